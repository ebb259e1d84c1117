import type { Finding } from "@authgraph/rules";
import type { TextOrigin } from "@authgraph/source";

/**
 * Where tools that know only files show a finding: its own place, else, where no input wrote that, the first of its chain
 * that one did.
 */
export function shownPlace({ place, hops }: Finding): TextOrigin | undefined {
  for (const { origin } of [place, ...hops]) {
    if (origin.kind === "text") return origin;
  }
  return undefined;
}
