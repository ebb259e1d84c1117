import type { SourceText } from "@authgraph/source";
import { count, report, startCollecting } from "./documents/collected.ts";
import { asDirectives, type directiveCandidates } from "./documents/directives.ts";
import { readManifests } from "./documents/read-manifests.ts";
import type { ParsedText, ParseOptions } from "./parsed-text.ts";

/** Reads a text: what it says about access, with places, and what became of each of its documents. Never throws. */
export function parse(source: SourceText, _options: ParseOptions = {}): ParsedText {
  const collected = startCollecting(source);
  const whole = { start: 0, end: source.text.length };
  let directives: ReturnType<typeof directiveCandidates> = [];
  if (source.text.includes("\0")) {
    report(collected, "error", "binary", "binary content: NUL bytes", {
      start: source.text.indexOf("\0"),
      end: source.text.indexOf("\0") + 1,
    });
    count(collected, "refused", whole);
  } else {
    directives = readManifests(collected, "kubectl");
  }
  const { facts, diagnostics, documents } = collected;
  return { facts, diagnostics, documents, directives: asDirectives(source, directives) };
}
