/** The part of the package's interface that is used here; it ships no types of its own. */
declare module 'sanitize-html' {
  interface Options {
    readonly allowedTags?: readonly string[]
    readonly allowedAttributes?: Readonly<Record<string, readonly string[]>>
    readonly transformTags?: Readonly<Record<string, string>>
  }
  export default function sanitizeHtml(dirty: string, options?: Options): string
}
