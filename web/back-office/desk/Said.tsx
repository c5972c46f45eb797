import { wordsOf } from './shop.ts'

/** What the shop said of something that did not go; nothing when it went. */
export function Wrong({ error }: { readonly error: unknown }) {
  return error === null || error === undefined ? null : <p className="said wrong" role="alert">{wordsOf(error)}</p>
}

/** Something has happened, for eyes and for screen readers. */
export function Done({ words }: { readonly words: string | null }) {
  return <div role="status">{words !== null && <p className="said">{words}</p>}</div>
}
