import type { SourceText } from "@authgraph/source";
import { goWord } from "../objects/conformity.ts";
import type { WrittenType } from "../objects/decode-object.ts";
import type { NodeId, Tree } from "../reader/tree.ts";

interface FoundType extends WrittenType {
  /** What Go says where one of the two is no text. */
  readonly problem: string | undefined;
}

/**
 * The type of a document: encoding/json takes these two names in any case (pkg/runtime/serializer/json/meta.go:
 * Interpret), the last of several counts.
 */
export function typeAnyCase(tree: Tree, root: NodeId): FoundType {
  let apiVersion: string | undefined;
  let kind: string | undefined;
  const problems = new Map<string, string>();
  if (tree.kind(root) !== "mapping") return { apiVersion, kind, problem: undefined };
  for (let entry = tree.first(root); entry !== 0; entry = tree.next(entry)) {
    const name = tree.key(entry).toLowerCase();
    if (name !== "apiversion" && name !== "kind") continue;
    const written = tree.kind(entry);
    if (written === "null") continue;
    if (written !== "string") {
      const field = name === "kind" ? name : "apiVersion";
      problems.set(field, `json: cannot unmarshal ${goWord(written)} into Go struct field .${field} of type string`);
    } else if (name === "apiversion") apiVersion = tree.scalar(entry);
    else kind = tree.scalar(entry);
  }
  return { apiVersion, kind, problem: problems.get("apiVersion") ?? problems.get("kind") };
}

/** A syntax error as apimachinery's decoder tells it: JSON is read for its type first. */
export function decoderError({ text }: SourceText, message: string): string {
  if (!text.trimStart().startsWith("{")) return message;
  const told = message === "unexpected EOF" ? "unexpected end of JSON input" : message;
  return `couldn't get version/kind; json parse error: ${told}`;
}
