import type { HiddenContent } from "@authgraph/kubernetes";
import { type SourceText, textOrigin } from "@authgraph/source";
import type { Place } from "../objects/object-view.ts";
import type { NodeId, Surprise, Tree } from "../reader/tree.ts";

/** What Go read otherwise than a person would, as facts. `accessPlaces` are the objects that access depends on. */
export function hiddenContents(
  source: SourceText,
  surprises: readonly Surprise[],
  accessPlaces: readonly Place[],
  tree: Tree,
): readonly HiddenContent[] {
  return surprises.map((surprise) => hiddenContent(source, surprise, accessPlaces, tree));
}

function hiddenContent(
  source: SourceText,
  surprise: Surprise,
  accessPlaces: readonly Place[],
  tree: Tree,
): HiddenContent {
  const origin = textOrigin(source, surprise.start, surprise.end);
  switch (surprise.form) {
    case "line-break":
      return {
        form: "line-break",
        origin,
        inAccessObject: isWithin(surprise, accessPlaces),
        ...(isInQuotes(tree, tree.root, surprise.start) ? { inQuotes: true } : {}),
        ...noKey,
      };
    case "ignored-text": {
      const inAccessObject = accessKind.test(source.text.slice(surprise.start, surprise.end));
      return { form: "ignored-text", origin, inAccessObject, ...noKey };
    }
    case "duplicate-key":
    case "merge-override":
      return {
        form: surprise.form,
        origin,
        inAccessObject: isWithin(surprise, accessPlaces),
        key: surprise.key,
        winner: textOrigin(source, surprise.winnerStart, surprise.winnerEnd),
      };
  }
}

/** Whether a place lies in a quoted key or value. */
function isInQuotes(tree: Tree, node: NodeId, offset: number): boolean {
  const kind = tree.kind(node);
  if (kind === "string") return isQuoteAround(tree.text, tree.start(node), tree.end(node), offset);
  if (kind !== "mapping" && kind !== "sequence") return false;
  for (let child = tree.first(node); child !== 0; child = tree.next(child)) {
    const isInKey = kind === "mapping" && isQuoteAround(tree.text, tree.keyStart(child), tree.keyEnd(child), offset);
    if (isInKey || isInQuotes(tree, child, offset)) return true;
  }
  return false;
}

function isQuoteAround(text: string, start: number, end: number, offset: number): boolean {
  return start < offset && offset < end && (text[start] === '"' || text[start] === "'");
}

const noKey = { key: undefined, winner: undefined };

/** The text that Go drops would have been, or been part of, an object of an access kind. */
const accessKind =
  /\bkind["']?\s*:\s*["']?(?:Cluster)?Role(?:Binding)?\b|\bkind["']?\s*:\s*["']?(?:ServiceAccount|Secret)\b|\b(?:rules|subjects|roleRef)["']?\s*:/;

/** Whether something starts within one of these places, which stand in order and apart. */
function isWithin(inner: Place, places: readonly Place[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= inner.start) low = middle + 1;
    else high = middle;
  }
  const last = places[low - 1];
  return last !== undefined && inner.start <= last.end;
}
