/** A known bug, brought back on purpose: the suite must notice it by a test that was written for the promise. */
export interface Planted {
  /** What goes wrong, in a sentence; whose bug it was, where it is known. */
  readonly bug: string
  /** The file it goes into, unless an edit names another; or a folder, for what several files say in turn, as migrations do. */
  readonly at: string
  /** Texts that stand there, and what is put in their place. A text that is not there any more fails the run. */
  readonly edits: readonly { readonly at?: string; readonly find: string; readonly put: string }[]
  /** What must notice it: the exploration, or a test by its file and name. */
  readonly guard: 'explore' | { readonly file: string; readonly test: string }
}
