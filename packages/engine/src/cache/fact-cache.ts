import type { FileRole } from "@authgraph/kubernetes";
import type { ParsedText } from "@authgraph/parser";
import type { SourceText } from "@authgraph/source";

/**
 * What is known of contents that were read before, so that they need not be read again.
 *
 * It never changes what a run says: what it gives equals what the parser would make of the same bytes.
 */
export interface FactCache {
  /** The facts of a content, with their places in the source that is asked for; undefined where they are not known. */
  find(content: Content, sourceOf: () => SourceText | undefined): ParsedText | undefined;
  /** Notes what the parser made of a content. */
  keep(content: Content, parsed: ParsedText): void;
}

/** All that the facts of a text depend on, beside the program that reads it. */
export interface Content {
  /** Git's id of the bytes. */
  readonly id: string;
  /** Names decide how some files are read, and stand in the facts of others. */
  readonly path: string;
  readonly role: FileRole | undefined;
}

/** The same for the same content alone: neither an id nor a role holds a space. */
export function contentKey({ id, path, role }: Content): string {
  return `${id} ${role ?? ""} ${path}`;
}
