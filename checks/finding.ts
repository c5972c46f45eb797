/** Something a check does not accept. */
export interface Finding {
  /** The rule's name, in kebab case. */
  readonly rule: string
  /** A path from the root, with a line where there is one. */
  readonly where: string
  /** What is wrong and what to do about it, for a reader who does not know the rule. */
  readonly what: string
}
