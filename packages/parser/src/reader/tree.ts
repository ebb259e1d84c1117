/** Index of a node in the arena of its tree. 0 is no node. */
export type NodeId = number;

/** What a value is for Go's decoder, after the resolver; an alias is what it points to. */
export type ValueKind = "mapping" | "sequence" | "string" | "integer" | "float" | "boolean" | "null";

/**
 * One document as Go reads it, over an integer arena that the next document reuses: valid only inside the visit.
 *
 * All offsets are UTF-16 code units of the whole text. Spans: a value with its quotes, without anchor and tag; a block
 * scalar from its indicator to its last non-blank line; a block collection to the end of its last child; a null value
 * that nothing stands for is empty, right after its colon or dash. An alias has the span of the `*name`, its children
 * have theirs where they were written.
 */
export interface Tree {
  readonly text: string;
  readonly root: NodeId;

  kind(node: NodeId): ValueKind;
  start(node: NodeId): number;
  end(node: NodeId): number;

  /** First item of a sequence or entry of a mapping as Go keeps them: merges expanded, overwritten entries gone. */
  first(node: NodeId): NodeId;
  /** Next sibling, 0 at the end. */
  next(node: NodeId): NodeId;

  /** Key of a mapping entry as Go prints it (`yes:` is `true`). */
  key(entry: NodeId): string;
  /** Whether the entry's key is this one; cheaper than `key`. */
  keyIs(entry: NodeId, key: string): boolean;
  keyStart(entry: NodeId): number;
  keyEnd(entry: NodeId): number;

  /** A scalar as text: of a string its value; of a number, boolean or null how Go's JSON spells it (`0x10` is `16`). Of what is none, or is not there, `""`. */
  scalar(node: NodeId): string;
  /**
   * Where each UTF-16 unit of a string's value was written: `offsets[i]` for unit `i`, `offsets[length]` for its end.
   * For embedded texts (shell strings, mapRoles, certificates), so that places inside them are places of the file.
   */
  offsets(node: NodeId): ArrayLike<number>;
}

/** kubectl: split, repair, lists of documents. kubelet: first document only. component-config: first document, strict. api-server: a raw body, one document, strict. */
export type Profile = "kubectl" | "kubelet" | "component-config" | "api-server";

/** One document of a stream, in order. */
export type ReadDocument =
  | {
      readonly outcome: "value";
      readonly tree: Tree;
      readonly start: number;
      readonly end: number;
      /** An earlier document of the same text failed: kubectl never gets here. */
      readonly afterError: boolean;
      readonly surprises: readonly Surprise[];
    }
  | { readonly outcome: "empty"; readonly start: number; readonly end: number; readonly afterError: boolean }
  | {
      readonly outcome: "error";
      /** As Go says it, without its line number. */
      readonly message: string;
      readonly offset: number;
      readonly start: number;
      readonly end: number;
      readonly afterError: boolean;
    };

/** Something Go reads otherwise than a person does. */
export type Surprise =
  | { readonly form: "line-break"; readonly start: number; readonly end: number }
  | { readonly form: "ignored-text"; readonly start: number; readonly end: number }
  | {
      readonly form: "duplicate-key" | "merge-override";
      readonly key: string;
      /** The key that lost. */
      readonly start: number;
      readonly end: number;
      readonly winnerStart: number;
      readonly winnerEnd: number;
      /** Which of several wins depends on Go's map order (`1:` beside `"1":`). */
      readonly undetermined: boolean;
    };
