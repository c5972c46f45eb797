import type { FormEvent } from 'react'

/** What was typed into a form that is sent, by its fields' names. */
export function typedIn(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const given = new FormData(event.currentTarget)
  return (name) => { const value = given.get(name); return typeof value === 'string' ? value.trim() : '' }
}
