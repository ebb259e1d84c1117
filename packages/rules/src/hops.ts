import type { ResolvedBinding } from "@authgraph/graph";
import { authenticatedGroup, type Subject } from "@authgraph/kubernetes";
import { type Located, type Origin, positionAt } from "@authgraph/source";
import type { Holder } from "./holders.ts";
import type { HeldPower, Witness } from "./powers.ts";
import type { Hop } from "./risk.ts";
import { fitLabel, quotable, reachOf } from "./wording.ts";

/** `legacy/secret.yaml:5`, `built in: default policy of v1.37`. */
export function whereOf(origin: Origin): string {
  switch (origin.kind) {
    case "text":
      return `${origin.source.path}:${positionAt(origin.source, origin.start).line}`;
    case "built-in":
      return `built in: ${origin.of}`;
  }
}

export function hop(origin: Origin, label: string, step?: number): Hop {
  return { origin, label: fitLabel(label), step };
}

/** The subject in its binding, where somebody who takes the grant away would edit. */
export function subjectHop(holder: Holder, subject: Subject, step: number): Hop {
  return hop(subjectOrigin(subject), subjectLabel(holder, subject), step);
}

/** The name; of a ServiceAccount up to its namespace, where both stand on one line. */
function subjectOrigin(subject: Subject): Origin {
  const { origin } = subject.name;
  const namespace = subject.kind === "ServiceAccount" ? subject.namespace?.origin : undefined;
  if (origin.kind !== "text" || namespace?.kind !== "text" || namespace.start < origin.end) return origin;
  const between = origin.source.text.slice(origin.end, namespace.end);
  return between.includes("\n") ? origin : { ...origin, end: namespace.end };
}

function subjectLabel(holder: Holder, subject: Subject): string {
  switch (holder.kind) {
    case "anonymous":
      return subject.kind === "Group" ? "all of them are in this group" : "all of them are this user";
    case "authenticated":
      return subject.name.value === authenticatedGroup
        ? "everybody who presents any credential is in this group"
        : "everybody who logs in through OpenShift is in it";
    case "all-service-accounts":
      return "every account of every namespace is in this group";
    case "namespace-service-accounts":
      return "every account of that namespace is in this group";
    case "service-account":
      return holder.level === 2 ? "every pod that names no account is this one" : "bound";
    case "nodes":
    case "masters":
    case "user":
    case "group":
      return "bound";
  }
}

export function roleRefHop(binding: ResolvedBinding, step: number): Hop {
  return hop(binding.entry.object.roleRef.name.origin, `grants this role ${reachOf(binding.scope)}`, step);
}

/**
 * The words of the role that give a power: one hop for each part, with a remark on its verbs; before them the binding,
 * if it is another than the one that is told.
 */
export function powerHops(power: HeldPower, firstStep: number, through?: ResolvedBinding): readonly Hop[] {
  let step = firstStep;
  return power.witnesses.flatMap((witness) => {
    const { binding } = witness.grant;
    const isAnother = through !== undefined && binding !== through && binding.entry.object.origin.kind !== "built-in";
    return [...(isAnother ? [roleRefHop(binding, step++)] : []), ...witnessHops(power, witness, step++)];
  });
}

function witnessHops(power: HeldPower, witness: Witness, step: number): readonly Hop[] {
  const { grant, resource, verbs } = witness;
  const verbOrigin = spanOf(verbs);
  const reach = resourceLabel(power, witness);
  if (grant.rule.origin.kind === "built-in") {
    const role = grant.role.entry.object;
    return [hop(grant.rule.origin, `${role.kind} ${quotable(role.meta.name.value)}: ${reach}`, step)];
  }
  const atResource = hop(resource?.origin ?? grant.rule.origin, reach, step);
  return verbOrigin === undefined ? [atResource] : [atResource, hop(verbOrigin, verbLabel(power, verbs))];
}

function resourceLabel(power: HeldPower, { reach, grant }: Witness): string {
  if (power.id === "read-secrets" && power.names.length > 0) return "only Secrets of these names";
  const named = grant.rule.resourceNames.length;
  return named === 0 || power.names.length === 0 ? reach : `${reach}, by name`;
}

function verbLabel(power: HeldPower, verbs: readonly Located<string>[]): string {
  const consequence = power.id === "read-secrets" ? "returns the contents" : "is enough";
  if (verbs.some(({ value }) => value === "*")) return "every verb";
  if (power.id === "read" || power.id === "write" || power.id === "discovery") return "with these verbs";
  if (verbs.length === 1) return `this verb ${consequence}`;
  return verbs.length === 2 ? `either verb ${consequence}` : `any of these verbs ${consequence}`;
}

/** From the first to the last of them, where they stand in one text. */
function spanOf(words: readonly Located<string>[]): Origin | undefined {
  const first = words[0]?.origin;
  const last = words.at(-1)?.origin;
  if (first?.kind !== "text" || last?.kind !== "text") return undefined;
  const oneLine = !first.source.text.slice(first.start, last.end).includes("\n");
  return first.source === last.source && oneLine ? { ...first, end: last.end } : first;
}
