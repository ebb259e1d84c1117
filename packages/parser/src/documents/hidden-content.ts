import type { HiddenContent } from "@authgraph/kubernetes";
import { type SourceText, textOrigin } from "@authgraph/source";
import type { Place } from "../objects/object-view.ts";
import type { Surprise } from "../reader/tree.ts";

/** What Go read otherwise than a person would, as facts. `accessPlaces` are the objects that access depends on. */
export function hiddenContents(
  source: SourceText,
  surprises: readonly Surprise[],
  accessPlaces: readonly Place[],
): readonly HiddenContent[] {
  return surprises.map((surprise) => hiddenContent(source, surprise, accessPlaces));
}

function hiddenContent(source: SourceText, surprise: Surprise, accessPlaces: readonly Place[]): HiddenContent {
  const origin = textOrigin(source, surprise.start, surprise.end);
  switch (surprise.form) {
    case "line-break":
      return { form: "line-break", origin, inAccessObject: isWithin(surprise, accessPlaces), ...noKey };
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
