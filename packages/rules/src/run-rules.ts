import type { AccessGraph } from "@authgraph/graph";
import type { ComponentConfiguration } from "@authgraph/kubernetes";
import type { SourceText, TextOrigin } from "@authgraph/source";
import { severityAtLeast, severityOf } from "./rating.ts";
import type { Risk } from "./risk.ts";
import type { ParameterOf, Rule, RuleContext, RuleMetadata, RuleNeed } from "./rule.ts";

/** What the rules found, and which of them could not look. */
export interface RuleResults {
  readonly risks: readonly Risk[];
  readonly notEvaluated: readonly UnevaluatedRule[];
}

export interface UnevaluatedRule {
  readonly rule: string;
  readonly reason: string;
  /** The rule threw: an error of ours, not of the inputs. What there is to report about it. */
  readonly failure?: string;
}

/** What somebody set, by rule and name. */
export type RuleSettings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Runs every rule whose needs the inputs meet. A rule that could not look is told, never taken as "nothing found"; one
 * that throws keeps what it found before and takes nothing from the others.
 */
export function runRules(
  rules: readonly Rule[],
  context: RuleContext,
  settings: RuleSettings = new Map(),
): RuleResults {
  const available = availableInputs(context);
  const risks: Risk[] = [];
  const isTold = worthTelling(context.graph);
  const notEvaluated: UnevaluatedRule[] = [];
  for (const { metadata, check } of rules) {
    const missing = metadata.needs.filter((need) => !available.has(need));
    if (missing.length > 0) {
      notEvaluated.push({ rule: metadata.id, reason: missing.map((need) => missingInput[need]).join(", ") });
      continue;
    }
    try {
      for (const risk of check(context, parametersOf(metadata, settings))) if (isTold(risk)) risks.push(risk);
    } catch (error) {
      notEvaluated.push({ rule: metadata.id, ...failureOf(error) });
    }
  }
  return { risks, notEvaluated };
}

/**
 * Of an object with placeholders, what is of little worth is not told: names that lead nowhere and roles that nobody is
 * bound to are mostly those of something that is not filled in yet. What is worse holds as it stands.
 */
function worthTelling({ inventory, roles }: AccessGraph): (risk: Risk) => boolean {
  const unfilled = new Map<SourceText, TextOrigin[]>();
  const objects = [...inventory.bindings, ...roles.map(({ entry }) => entry), ...inventory.entriesOf("ServiceAccount")];
  for (const { object } of objects) {
    if (object.placeholder === undefined || object.origin.kind !== "text") continue;
    const known = unfilled.get(object.origin.source);
    if (known === undefined) unfilled.set(object.origin.source, [object.origin]);
    else known.push(object.origin);
  }
  if (unfilled.size === 0) return () => true;
  return ({ score, place: { origin } }) =>
    severityAtLeast(severityOf(score), "medium") ||
    origin.kind !== "text" ||
    !unfilled.get(origin.source)?.some(({ start, end }) => start <= origin.start && origin.end <= end);
}

function parametersOf({ id, parameters = [] }: RuleMetadata, settings: RuleSettings): ParameterOf {
  const given = settings.get(id);
  return (name) => {
    const value = given?.get(name) ?? parameters.find((known) => known.name === name)?.default;
    if (value === undefined) throw new Error(`${id} has no parameter ${name}`);
    return value;
  };
}

function failureOf(error: unknown): Omit<UnevaluatedRule, "rule"> {
  if (!(error instanceof Error)) return { reason: "internal error", failure: String(error) };
  return { reason: `internal error: ${error.message}`, failure: error.stack ?? error.message };
}

function availableInputs({ graph, refusedServers = [], suppressions }: RuleContext): ReadonlySet<RuleNeed> {
  const { apiServers, components, inventory } = graph;
  const available = new Set<RuleNeed>();
  const isConfigured = (kind: ComponentConfiguration["kind"]): boolean =>
    inventory.configurations.some(({ value }) => value.kind === kind);
  if ([...apiServers, ...refusedServers].some(({ assumed }) => !assumed)) available.add("control-plane");
  if (components.some(({ component }) => component === "kubelet") || isConfigured("KubeletConfiguration")) {
    available.add("kubelet");
  }
  if (components.some(({ component }) => component !== "kubelet")) available.add("component");
  if (isConfigured("AuditPolicy")) available.add("audit-policy");
  if (inventory.credentials.length > 0 || isConfigured("Kubeconfig") || hasBootstrapToken(graph)) {
    available.add("credentials");
  }
  if (inventory.complete) available.add("complete");
  if (suppressions !== undefined) available.add("suppressions");
  return available;
}

function hasBootstrapToken({ inventory }: AccessGraph): boolean {
  return inventory.entriesOf("Secret").some(({ object }) => object.bootstrapToken !== undefined);
}

const missingInput: Readonly<Record<RuleNeed, string>> = {
  "control-plane": "no kube-apiserver among the inputs",
  kubelet: "no kubelet among the inputs",
  component: "no kube-controller-manager, kube-scheduler or etcd among the inputs",
  "audit-policy": "no audit policy among the inputs",
  credentials: "no credentials among the inputs",
  complete: "the inputs are not known to be complete (--complete)",
  suppressions: "suppressions are not judged yet",
};
