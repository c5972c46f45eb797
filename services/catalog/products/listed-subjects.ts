import { slug } from './slug.ts'

export interface Subject {
  readonly scheme: string
  readonly code: string
  readonly label?: string | undefined
}

/** The first subjects say what a book is; more would only make cards longer, and lists of everything. */
const telling = 4

/** The subjects that a card tells and that have lists of their own, each with its list's handle. Keywords are nobody's shelf. */
export const listedSubjects = <Told extends Subject>(subjects: readonly Told[]): (Told & { readonly handle: string })[] =>
  subjects.filter(({ scheme }) => scheme !== 'keyword').slice(0, telling).map((subject) => ({ ...subject, handle: subjectHandle(subject) }))

/** `thema-fbc`: a code is its own name, in every import and for ever. */
export const subjectHandle = ({ scheme, code }: Subject): string => `${scheme}-${slug(code)}`
