/** A file that a script writes and nobody edits: path in the checkout, whole content. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
