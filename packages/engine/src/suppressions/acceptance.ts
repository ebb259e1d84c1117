import type { Finding, NamedRisk } from "@authgraph/rules";
import { positionAt, type SourceText } from "@authgraph/source";
import { objectWords } from "./cluster-objects.ts";
import { commentLine, hasComments } from "./comment-line.ts";
import { originsOf } from "./match-risks.ts";
import { isAboutSuppressions } from "./rule-names.ts";

/** How a person would accept a finding. */
export type Acceptance =
  | {
      readonly by: "comment";
      /** Of the finding and of what is folded into it and has a place there too. */
      readonly rules: readonly string[];
      /** The comment stands above this line. */
      readonly source: SourceText;
      readonly line: number;
    }
  /** No comment can stand there: an entry of the configuration has to do. */
  | { readonly by: "configuration" }
  /** It speaks of suppressions, and cannot be suppressed itself. */
  | { readonly by: "nothing" };

/** How to accept a finding where it is told, together with what is folded into it there. */
export function acceptanceOf(finding: Finding): Acceptance {
  if (isAboutSuppressions(finding.ruleId)) return { by: "nothing" };
  const { origin } = finding.place;
  if (origin.kind !== "text" || !hasComments(origin.source)) return { by: "configuration" };
  const { source } = origin;
  const line = commentLine(source, positionAt(source, origin.start).line);
  const there = finding.folded.filter((risk) => hasPlaceAt(risk, source, line));
  return { by: "comment", rules: rulesOf([finding, ...there]), source, line };
}

function hasPlaceAt(risk: NamedRisk, source: SourceText, line: number): boolean {
  return originsOf(risk).some(
    (origin) =>
      origin.kind === "text" &&
      origin.source === source &&
      commentLine(source, positionAt(source, origin.start).line) === line,
  );
}

/** An entry of `suppressions` that accepts a finding, and what is folded into it about the same subject and object. */
export interface AcceptingEntry {
  readonly rules: readonly string[];
  readonly object: string;
  readonly subject: string;
}

/** Names what a finding is about, so that people can read the entry and it survives every edit that is not about it. */
export function acceptingEntry(risk: NamedRisk, folded: readonly NamedRisk[]): AcceptingEntry {
  const { subject, object } = risk.identity;
  const same = folded.filter((other) => sameSubjectAndObject(other, risk));
  return { rules: rulesOf([risk, ...same]), object: objectWords(object), subject };
}

/** Whether one entry speaks of both. */
export function sameSubjectAndObject({ identity: a }: NamedRisk, { identity: b }: NamedRisk): boolean {
  return a.subject === b.subject && a.object === b.object;
}

/** That of the finding first. */
function rulesOf(risks: readonly NamedRisk[]): readonly string[] {
  return [...new Set(risks.map(({ ruleId }) => ruleId))];
}
