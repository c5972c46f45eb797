/** A field of a posted form as trimmed text; a file or nothing is empty. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Goes on to a page after a form was taken, so that going back or reloading does not post it again. */
export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } })
