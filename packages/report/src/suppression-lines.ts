import { objectWords, type Run, type SuppressedRisk } from "@authgraph/engine";
import type { JudgedSuppression } from "@authgraph/rules";
import { shortPlaceText } from "./place.ts";
import { printable } from "./printable.ts";

/** What was accepted, by what, and which suppressions do nothing: nothing is ever kept silent in silence. */
export function suppressionEntries(
  { suppressed, suppressions }: Run,
  verbose: boolean,
): readonly { readonly lead: string; readonly entries: readonly string[] }[] {
  const used = suppressedBy(suppressed);
  return [
    {
      lead: `${suppressed.length} suppressed: `,
      entries: shown(
        used.map((one) => acceptedText(one, verbose)),
        verbose,
      ),
    },
    ...idleStates.map(({ state, one, several }) => {
      const idle = suppressions.filter((judged) => judged.state === state);
      const lead = idle.length === 1 ? `1 suppression ${one}: ` : `${idle.length} suppressions ${several}: `;
      return { lead, entries: shown(idle.map(idleText), verbose) };
    }),
  ].filter(({ entries }) => entries.length > 0);
}

/** `2 suppressed; suppressions: 1 unused` for formats of few lines; empty where there is nothing to say. */
export function suppressionCounts({ suppressed, suppressions }: Run): string {
  const idle = idleStates.flatMap(({ state, word }) => {
    const count = suppressions.filter((judged) => judged.state === state).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return [
    ...(suppressed.length === 0 ? [] : [`${suppressed.length} suppressed`]),
    ...(idle.length === 0 ? [] : [`suppressions: ${idle.join(", ")}`]),
  ].join("; ");
}

/** Suppressions that silence nothing, worst first, and how that is said of them. */
const idleStates = [
  { state: "void", word: "void", one: "holds no longer", several: "hold no longer" },
  { state: "expired", word: "expired", one: "is over", several: "are over" },
  { state: "misspelt", word: "misspelt", one: "is misspelt", several: "are misspelt" },
  { state: "unused", word: "unused", one: "matches nothing", several: "match nothing" },
  {
    state: "not-taken",
    word: "not taken",
    one: "is added by the change and not taken",
    several: "are added by the change and not taken",
  },
] as const;

const shownEntries = 3;

function shown(entries: readonly string[], verbose: boolean): readonly string[] {
  if (verbose || entries.length <= shownEntries) return entries;
  return [...entries.slice(0, shownEntries), `and ${entries.length - shownEntries} more (--verbose)`];
}

interface Accepted {
  readonly by: JudgedSuppression;
  readonly risks: readonly SuppressedRisk[];
}

/** What each suppression silences, in the order of their places. */
function suppressedBy(suppressed: readonly SuppressedRisk[]): readonly Accepted[] {
  const byJudged = new Map<JudgedSuppression, SuppressedRisk[]>();
  for (const one of suppressed) {
    const known = byJudged.get(one.by);
    if (known === undefined) byJudged.set(one.by, [one]);
    else known.push(one);
  }
  return [...byJudged].map(([by, risks]) => ({ by, risks }));
}

/** `rbac-cluster-admin-binding, ClusterRoleBinding platform-admins: "break-glass, OPS-112", until 2027-03-01` */
function acceptedText({ by: { suppression }, risks }: Accepted, verbose: boolean): string {
  const ids = [...new Set(risks.map(({ risk }) => risk.ruleId))];
  const rules = verbose || ids.length <= shownEntries ? ids.join(", ") : `${ids.length} rules`;
  const objects = [...new Set(risks.map(({ risk }) => objectWords(risk.identity.object)))];
  const object = objects.length === 1 ? (objects[0] ?? "") : suppression.selects;
  const until = suppression.until === undefined ? "" : `, until ${suppression.until.value}`;
  const count = risks.length === 1 ? "" : ` (${risks.length})`;
  return printable(`${rules}, ${object}${count}: "${suppression.reason}"${until}`);
}

/** `authgraph.yaml:14 ClusterRoleBinding platform-admin (did you mean platform-admins?)` */
function idleText({ suppression, detail }: JudgedSuppression): string {
  const why = detail === undefined ? "" : ` (${printable(detail)})`;
  return `${shortPlaceText(suppression.origin)} ${printable(suppression.label)}${why}`;
}

/** `authgraph.yaml:3 ClusterRoleBinding platform-admins: "break-glass, OPS-112", until 2027-03-01` */
export function suppressionText({ suppression }: JudgedSuppression): string {
  const until = suppression.until === undefined ? "" : `, until ${suppression.until.value}`;
  return `${shortPlaceText(suppression.origin)} ${printable(`${suppression.label}: "${suppression.reason}"${until}`)}`;
}
