/** The port through which the engine lists and reads sources. What the files are, and where, is the caller's business. */
export interface Sources {
  /** Every file of the inputs, in the order the run is to have. May do its work lazily. */
  list(): Iterable<InputFile>;
  /**
   * A file that another one names by an absolute path (`--token-auth-file=/etc/kubernetes/tokens.csv`), looked for under
   * the root folder of the described machine, else as the tail of a listed path that is `accepted`. Undefined where there
   * is none.
   */
  find(path: string, accepted?: (path: string) => boolean): InputFile | undefined;
  /**
   * Told which contents are read next, so that a source whose contents lie elsewhere (in git's object database) gets them
   * at once. Nothing depends on it but time.
   */
  expect?(files: readonly BlobFile[]): void;
  /**
   * A listed file once more. What is known of its content is not read again unless a place in it is shown. Absent: the
   * files of these sources can be read once.
   */
  again?(path: string): OpenedFile;
}

export type InputFile = BlobFile | OpenedFile;

/** A file whose content has a name already, so that what is known of that content need not be read again. */
export interface BlobFile {
  readonly outcome: "blob";
  readonly path: string;
  /** Git's id of a blob with these bytes, in hexadecimal: SHA-1, in a repository of that format SHA-256. */
  readonly id: string;
  read(): OpenedFile;
}

export type OpenedFile =
  | { readonly outcome: "read"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly outcome: "skipped"; readonly path: string; readonly reason: SkipReason };

export type SkipReason =
  | "ignored by git"
  | "excluded by authgraph.yaml"
  | "not a format we read"
  | "binary"
  | "too large"
  | "permission denied"
  | "broken symlink"
  /** Its target lies in the inputs too and is met there. */
  | "symlink to another input"
  /** Nothing outside is opened because an input points there. */
  | "symlink out of the project"
  | "symlink to a folder"
  /** Its files are another repository's: this one records a commit and nothing else. */
  | "submodule"
  | "not a regular file"
  | "read error";
