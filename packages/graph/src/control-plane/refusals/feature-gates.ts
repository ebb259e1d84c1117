import { type FeatureGate, parseGoBool } from "@authgraph/kubernetes";
import { type Located, located, type Origin } from "@authgraph/source";
import {
  givenArray,
  isGiven,
  isOlderThan,
  refuse,
  refuseByVersion,
  type ServerBeingRead,
  warn,
} from "../server-being-read.ts";

// k8s.io/component-base/featuregate/feature_gate.go: Set, SetFromMap; k8s.io/component-base/compatibility/registry.go: Set.

/** Gates that are set, each with its place. */
export function refuseFeatureGates(server: ServerBeingRead): void {
  const gates = server.inventory.componentFacts.featureGates(server.minor);
  if (gates.size === 0) return;
  const set = new Map<string, Located<boolean>>();
  // Another version's defaults and locks hold then.
  const emulates = isGiven(server, "emulated-version") !== undefined;
  for (const { value: text, origin } of givenArray(server, "feature-gates")) {
    for (const written of readPairs(server, text, origin)) {
      const gate = gates.get(written.name);
      if (gate === undefined) refuseGate(server, text, `unrecognized feature gate: ${written.name}`, origin);
      else if (gate.locked && gate.enabled !== written.value && !emulates) {
        refuseGate(server, text, lockedWords(gate, written.value), origin);
      } else set.set(gate.name, located(written.value, origin));
      if (gate !== undefined) warnOf(server, gate, written.value, origin);
    }
  }
  if (!emulates) refuseDependencies(server, gates, set);
}

interface GatePair {
  readonly name: string;
  readonly value: boolean;
}

/** Behind a component and a colon since 1.31, the server's own without one. */
function readPairs(server: ServerBeingRead, text: string, origin: Origin): readonly GatePair[] {
  const pairs: GatePair[] = [];
  const components = new Set<string>();
  for (const written of text.split(",")) {
    if (written === "") continue;
    const colon = isOlderThan(server, 31) ? -1 : written.indexOf(":");
    const component = colon < 0 ? "" : written.slice(0, colon).trim();
    components.add(component);
    if (component !== "" && component !== "kube") {
      refuse(server, "gates", `component not registered: ${component}`, origin);
      continue;
    }
    const pair = written.slice(colon + 1);
    const equals = pair.indexOf("=");
    const name = pair.slice(0, Math.max(0, equals)).trim();
    if (equals < 0) {
      refuseGate(server, text, `missing bool value for ${pair.trim()}`, origin);
      continue;
    }
    const value = pair.slice(equals + 1).trim();
    const enabled = parseGoBool(value);
    if (enabled === undefined) {
      const problem = `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
      refuseGate(server, text, `invalid value of ${name}=${value}, err: ${problem}`, origin);
      continue;
    }
    pairs.push({ name, value: enabled });
  }
  if (components.size > 1 && components.has("") && components.has("kube")) {
    const message = "set kube feature gates with default empty prefix or kube: prefix consistently, do not mix use";
    refuse(server, "gates", message, origin);
  }
  return pairs;
}

/** Up to 1.30 gates are set while flags are parsed, so that pflag says it. */
function refuseGate(server: ServerBeingRead, text: string, problem: string, origin: Origin): void {
  if (!isOlderThan(server, 31)) {
    refuseByVersion(server, "gates", problem, origin);
    return;
  }
  const message = `invalid argument ${JSON.stringify(text)} for "--feature-gates" flag: ${problem}`;
  refuseByVersion(server, "parse", message, origin);
}

function lockedWords({ name, enabled }: FeatureGate, value: boolean): string {
  return `cannot set feature gate ${name} to ${value}, feature is locked to ${enabled}`;
}

function warnOf(server: ServerBeingRead, { name, stage }: FeatureGate, value: boolean, origin: Origin): void {
  if (stage !== "ga" && stage !== "deprecated") return;
  const kind = stage === "ga" ? "GA" : "deprecated";
  const message = `Setting ${kind} feature gate ${name}=${value}. It will be removed in a future release.`;
  warn(server, message, origin);
}

/** What holds of a gate where nothing else is set than this. */
function isOn(
  gates: ReadonlyMap<string, FeatureGate>,
  set: ReadonlyMap<string, Located<boolean>>,
  name: string,
): boolean {
  const own = set.get(name);
  if (own !== undefined) return own.value;
  const gate = gates.get(name);
  if (gate === undefined || gate.locked) return gate?.enabled ?? false;
  const all = gate.stage === "alpha" ? "AllAlpha" : gate.stage === "beta" ? "AllBeta" : undefined;
  return (all === undefined ? undefined : set.get(all)?.value) ?? gate.enabled;
}

/** Since 1.35 a table; before, some by hand (pkg/controlplane/apiserver/options/validation.go, kubeapiserver/options/authentication.go). */
function refuseDependencies(
  server: ServerBeingRead,
  gates: ReadonlyMap<string, FeatureGate>,
  set: ReadonlyMap<string, Located<boolean>>,
): void {
  const [first] = set.values();
  if (first === undefined) return;
  for (const [gate, needs] of server.inventory.componentFacts.gateDependencies(server.minor)) {
    if (!isOn(gates, set, gate)) continue;
    const missing = needs.filter((need) => gates.has(need) && !isOn(gates, set, need));
    if (missing.length === 0) continue;
    const origin = [gate, ...missing].map((name) => set.get(name)).find((found) => found !== undefined)?.origin;
    const message = `${gate} is enabled, but depends on features that are disabled: [${missing.join(" ")}]`;
    refuseByVersion(server, "gates", message, origin ?? first.origin);
  }
  for (const { gate, needs, from, until, words } of checkedByHand) {
    if (isOlderThan(server, from) || !isOlderThan(server, until + 1) || !isOn(gates, set, gate)) continue;
    if (isOn(gates, set, needs)) continue;
    const origin = (set.get(needs) ?? set.get(gate) ?? first).origin;
    refuseByVersion(server, "validate", words(gate, needs), origin);
  }
}

const requires = (gate: string, needs: string): string => `${gate} feature requires ${needs} feature to be enabled`;

const checkedByHand = [
  { gate: "AuthorizeNodeWithSelectors", needs: "AuthorizeWithSelectors", from: 31, until: 34, words: requires },
  { gate: "DRAControlPlaneController", needs: "DynamicResourceAllocation", from: 31, until: 31, words: requires },
  { gate: "PodCertificateRequest", needs: "AuthorizeNodeWithSelectors", from: 34, until: 34, words: requires },
  {
    gate: "UnknownVersionInteroperabilityProxy",
    needs: "StorageVersionAPI",
    from: 30,
    until: 32,
    words: (gate: string, needs: string): string => `${gate} feature requires ${needs} feature flag to be enabled`,
  },
  {
    gate: "ServiceAccountTokenNodeBinding",
    needs: "ServiceAccountTokenNodeBindingValidation",
    from: 30,
    until: 34,
    words: (gate: string, needs: string): string =>
      `the ${JSON.stringify(gate)} feature gate can only be enabled if the ${JSON.stringify(needs)} feature gate is also enabled`,
  },
];

/** Whether a gate of the server is on; undefined where no gate of that name is known. */
export function gateIsOn(server: ServerBeingRead, name: string): boolean | undefined {
  const gates = server.inventory.componentFacts.featureGates(server.minor);
  if (!gates.has(name)) return undefined;
  const set = new Map<string, Located<boolean>>();
  for (const { value: text, origin } of givenArray(server, "feature-gates")) {
    for (const pair of text.split(",")) {
      const [, gate, value] = /^\s*(?:kube:)?([^=:]*?)\s*=(.*)$/.exec(pair) ?? [];
      const enabled = value === undefined ? undefined : parseGoBool(value.trim());
      if (gate !== undefined && enabled !== undefined) set.set(gate, located(enabled, origin));
    }
  }
  return isOn(gates, set, name);
}
