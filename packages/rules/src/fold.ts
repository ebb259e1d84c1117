import type { Origin } from "@authgraph/source";
import { positionAt } from "@authgraph/source";
import { operatorShipping } from "./operator-profiles.ts";
import { severityAtLeast, severityOf } from "./rating.ts";
import type { Finding, Hop, NamedRisk, Note, Risk } from "./risk.ts";
import { findingOf, withNote } from "./risk-details.ts";

/** More bindings of one role than this are one finding, at the role. */
const bindingsWorthSaying = 5;

/**
 * Turns risks into findings: one cause, one finding, most severe first.
 *
 * Folds what was found through one binding, whatever the rule; then what one operator's account holds through the roles
 * that come with it; then, where more than five bindings share a role, those; then what is left on one line, since
 * outputs tell results of a rule apart by their line.
 */
export function foldRisks(risks: readonly Risk[], cluster: string): readonly Finding[] {
  const byCause = foldBy(risks.map(single), ({ risk }) => risk.cause);
  const byRole = foldSharedRoles(foldOperators(byCause));
  const byLine = foldBy(byRole, ({ risk }) => `${risk.ruleId}\0${lineOf(risk.place.origin) ?? risk.cause}`);
  return byLine.sort(mostSevereFirst).map(({ risk, folded }) => findingOf(risk, folded, cluster));
}

/** A risk with those folded into it. */
interface Fold {
  readonly risk: Risk;
  readonly folded: readonly Risk[];
}

function single(risk: Risk): Fold {
  return { risk, folded: [] };
}

function foldBy(folds: readonly Fold[], keyOf: (fold: Fold) => string): Fold[] {
  const groups = new Map<string, Fold[]>();
  for (const fold of folds) {
    const key = keyOf(fold);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fold]);
    else group.push(fold);
  }
  return [...groups.values()].flatMap(foldTogether);
}

/** The most severe stands for all. */
function foldTogether(group: readonly Fold[]): Fold[] {
  const [first, ...others] = [...group].sort(mostSevereFirst);
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  const folded = [...first.folded, ...others.flatMap(({ risk, folded: more }) => [risk, ...more])];
  return [{ risk: first.risk, folded: folded.sort(riskOrder) }];
}

/**
 * One finding for each account of an operator: of its bindings those to roles that the operator ships, by their names.
 * What else the account is bound to stays a finding of its own, and so does what a binding gives to others too: names
 * decide how findings are grouped, never what they are worth (docs/decisions/0010-operator-profiles.md).
 */
function foldOperators(folds: readonly Fold[]): readonly Fold[] {
  const others: Fold[] = [];
  const byAccount = new Map<string, { readonly operator: string; readonly folds: Fold[] }>();
  for (const fold of folds) {
    const operator = operatorOf(fold);
    if (operator === undefined) {
      others.push(fold);
      continue;
    }
    const key = `${operator}\0${fold.risk.identity.subject}`;
    const same = byAccount.get(key);
    if (same === undefined) byAccount.set(key, { operator, folds: [fold] });
    else same.folds.push(fold);
  }
  for (const { operator, folds: same } of byAccount.values()) {
    others.push(...foldTogether(same).map((fold) => withOperator(fold, operator)));
  }
  return others;
}

/** The operator that ships the account of a fold and each of its roles, where all that is in it is that account's. */
function operatorOf({ risk, folded }: Fold): string | undefined {
  const account = accountNameOf(risk);
  const all = [risk, ...folded];
  if (account === undefined || all.some(({ identity }) => identity.subject !== risk.identity.subject)) return undefined;
  // What is told of a workload or a path names no role: its cause, and so its binding, is that of the others.
  const shipping = all.flatMap(({ role }) =>
    role === undefined ? [] : [operatorShipping(account, nameIn(role.key)) ?? nobody],
  );
  const [first] = shipping;
  return first !== nobody && shipping.every((one) => one === first) ? first : undefined;
}

const nobody = "";

const accountIdentity = /^ServiceAccount [^/]+\/(.+)$/;

function accountNameOf({ identity }: Risk): string | undefined {
  return accountIdentity.exec(identity.subject)?.[1];
}

/** The last part of a key: names of roles hold no slash. */
function nameIn(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

/** With a line that says whose names these are; on each risk, since any of them may come to stand for all. */
function withOperator({ risk, folded }: Fold, operator: string): Fold {
  const note: Note = { kind: "note", text: `operator: by their names, account and roles are those of ${operator}` };
  return { risk: withNote(risk, note), folded: folded.map((one) => withNote(one, note)) };
}

function foldSharedRoles(folds: readonly Fold[]): Fold[] {
  const byRole = new Map<string, Fold[]>();
  const alone: Fold[] = [];
  for (const fold of folds) {
    const { role, ruleId } = fold.risk;
    if (role === undefined || !isSharedAt(role.place, fold.risk)) {
      alone.push(fold);
      continue;
    }
    const key = `${ruleId}\0${role.key}`;
    const shared = byRole.get(key);
    if (shared === undefined) byRole.set(key, [fold]);
    else shared.push(fold);
  }
  for (const shared of byRole.values()) {
    if (shared.length <= bindingsWorthSaying) alone.push(...shared);
    else alone.push(...foldTogether(shared).map(atItsRole));
  }
  return alone;
}

/**
 * What Kubernetes ships is nowhere a person could edit: each binding of cluster-admin stays a finding. Many people who are
 * bound to `edit`, each in a namespace of their own, are one of little worth, told at the first of them.
 */
function isSharedAt({ origin }: Hop, { score }: Risk): boolean {
  return origin.kind === "text" || !severityAtLeast(severityOf(score), "medium");
}

function atItsRole({ risk, folded }: Fold): Fold {
  return { risk: toldAtRole(risk), folded };
}

/** The same where its role is written, for a risk that stands for several bindings of it. */
function toldAtRole<T extends Risk>(risk: T): T {
  if (risk.role?.place.origin.kind !== "text") return risk;
  const { place } = risk.role;
  return { ...risk, place, hops: [place, ...risk.hops] };
}

/**
 * The finding without those of its risks that somebody does not want to see: the first that is left stands for the rest.
 * Undefined where none is.
 */
export function keepRisks(finding: Finding, isWanted: (risk: NamedRisk) => boolean): Finding | undefined {
  const folded = finding.folded.filter(isWanted);
  if (isWanted(finding)) return folded.length === finding.folded.length ? finding : { ...finding, folded };
  const [first, ...others] = folded;
  if (first === undefined) return undefined;
  const isAtRole = finding.role !== undefined && finding.place === finding.role.place;
  return { ...(isAtRole && others.length > 0 ? toldAtRole(first) : first), folded: others };
}

/** Most severe first, then by place. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(riskOrder);
}

function mostSevereFirst(a: Fold, b: Fold): number {
  return riskOrder(a.risk, b.risk);
}

/** By number, then by place, then by what makes them different: the same for the same risks in any order. */
function riskOrder(a: Risk, b: Risk): number {
  return (
    b.score - a.score ||
    originOrder(a.place.origin, b.place.origin) ||
    shorterFirst(a, b) ||
    byText(a.ruleId, b.ruleId) ||
    byText(a.identity.subject, b.identity.subject) ||
    byText(a.identity.object, b.identity.object) ||
    byText(a.title, b.title)
  );
}

/** Of paths the shorter one; what is no path has no length to compare. */
function shorterFirst({ steps: a }: Risk, { steps: b }: Risk): number {
  return a === undefined || b === undefined ? 0 : a - b;
}

function originOrder(a: Origin, b: Origin): number {
  if (a.kind === "text" && b.kind === "text") return byText(a.source.path, b.source.path) || a.start - b.start;
  return Number(a.kind !== "text") - Number(b.kind !== "text");
}

function lineOf(origin: Origin): string | undefined {
  if (origin.kind !== "text") return undefined;
  return `${origin.source.path}\0${positionAt(origin.source, origin.start).line}`;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
