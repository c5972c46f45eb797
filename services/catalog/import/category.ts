/** A category that drafts of a source name. */
export interface ImportCategory {
  readonly handle: string
  /** By language. */
  readonly name: Readonly<Record<string, string>>
  readonly parent?: string
}
