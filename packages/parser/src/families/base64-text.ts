import type { SourceText } from "@authgraph/source";
import { placedText } from "../documents/pod-invocations.ts";
import type { ObjectView } from "../objects/object-view.ts";
import { offsetAt } from "../placed-text.ts";
import type { NodeId } from "../reader/tree.ts";

/**
 * A text that stands in base64 in a string of a document, each unit where its first byte is encoded. Undefined: it is no
 * string, no base64, or holds no text.
 */
export function embeddedBase64(view: ObjectView, node: NodeId): SourceText | undefined {
  const placed = placedText(view, node);
  if (placed === undefined) return undefined;
  let encoded = "";
  const written: number[] = [];
  for (let i = 0; i < placed.text.length; i++) {
    const unit = placed.text[i] ?? "";
    if (/\s/.test(unit)) continue;
    encoded += unit;
    written.push(offsetAt(placed, i));
  }
  const end = offsetAt(placed, placed.text.length);
  if (encoded.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) return undefined;

  const text = decoded(Buffer.from(encoded, "base64"));
  if (text === undefined) return undefined;
  const offsets: number[] = [];
  let byte = 0;
  for (const character of text) {
    const at = written[Math.floor((byte * 4) / 3)] ?? end;
    for (let i = 0; i < character.length; i++) offsets.push(at);
    byte += Buffer.byteLength(character);
  }
  offsets.push(end);
  return { path: view.source.path, text, inside: { source: view.source, text, from: 0, offsets } };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
