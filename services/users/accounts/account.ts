import { roleSchema, type Role } from '@octavo/caller'

/** A row of the sign-in library's table. */
export interface AccountRow {
  readonly id: string
  readonly email: string
  readonly emailVerified: boolean
  readonly name: string
  readonly roles: string
  readonly createdAt: Date
}

export const rolesOf = (text: string): Role[] => text.split(',').flatMap((word) => { const role = roleSchema.safeParse(word.trim()); return role.success ? [role.data] : [] })

export const accountOf = ({ id, email, emailVerified, name, roles, createdAt }: AccountRow) => ({ id, email, emailVerified, name, roles: rolesOf(roles), createdAt: createdAt.toISOString() })
