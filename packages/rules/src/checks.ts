import { appliedNamespace, type Scope } from "@authgraph/graph";
import { anonymousIdentity, groupKey, type PolicyRule, userKey, verbMatches } from "@authgraph/kubernetes";
import type { Holder } from "./holders.ts";
import { membershipsOf } from "./memberships.ts";
import type { Ask } from "./power.ts";
import type { HeldPower, Witness } from "./powers.ts";
import { namespaceToType, shellWord } from "./wording.ts";

/**
 * A command that confirms, on a running cluster and as somebody who may impersonate, that a holder has a power: each of
 * its parts, since one alone is none.
 */
export function checkCommand(holder: Holder, power: HeldPower): string {
  return power.witnesses.map((witness) => witnessCommand(holder, power, witness)).join(" && ");
}

function witnessCommand(holder: Holder, { scope }: HeldPower, { ask, grant, resource, names }: Witness): string {
  if (grant.rule.nonResourceURLs.length > 0) return pathCommand(holder, grant.rule, resource?.value ?? "*");
  const [name] = names;
  return holder.kind === "anonymous" && isListed(ask, name) && isServed(ask)
    ? readCommand(ask, scope, name, holder)
    : confirmCommand(holder, ask, scope, name);
}

/** What `kubectl get` asks: one object where it is named, else a list. */
function isListed({ verb, resource, subresource }: Ask, name: string | undefined): boolean {
  return subresource === "" && resource !== "*" && verb === (name === undefined ? "list" : "get");
}

/** What a path answers says nothing where it may not exist: behind a wildcard the API server itself is asked. */
function pathCommand(holder: Holder, { verbs }: PolicyRule, written: string): string {
  const verb = verbMatches(verbs, "get") ? "get" : (verbs[0]?.value ?? "get");
  // A path that is there, and that Kubernetes opens to nobody by itself.
  const path = /^\/?\*+$/.test(written) ? "/metrics" : written;
  if (holder.kind !== "anonymous") return `kubectl auth can-i ${verb} ${shellWord(path)} ${holder.impersonation}`;
  if (verb === "get" && !path.endsWith("*")) return `kubectl get --raw ${shellWord(path)} ${holder.impersonation}`;
  return review(holder, { nonResourceAttributes: { verb, path } });
}

/** Asks whether a holder may, with the command that can tell. */
export function confirmCommand(holder: Holder, ask: Ask, scope: Scope, name: string | undefined): string {
  // `kubectl auth can-i` asks as the one it is about, and system:anonymous may not ask.
  return holder.kind === "anonymous" || !isServed(ask)
    ? reviewCommand(holder, ask, scope, name)
    : canI(holder, ask, scope, name);
}

/**
 * Whether kubectl finds the resource in every cluster. What it does not find (`signers`, `*` of one group, a custom
 * resource that is not installed) it asks for under the whole word, `signers.certificates.k8s.io`, in the core group.
 */
function isServed({ apiGroup, resource }: Ask): boolean {
  if (apiGroup === "" || apiGroup === "*") return true;
  return servedEverywhere[apiGroup]?.includes(resource) === true;
}

const servedEverywhere: Readonly<Record<string, readonly string[]>> = {
  "admissionregistration.k8s.io": ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
  "apiregistration.k8s.io": ["apiservices"],
  apps: ["daemonsets", "deployments", "replicasets", "statefulsets"],
  batch: ["cronjobs", "jobs"],
  "certificates.k8s.io": ["certificatesigningrequests"],
  "networking.k8s.io": ["ingresses", "networkpolicies"],
  "rbac.authorization.k8s.io": ["clusterrolebindings", "clusterroles", "rolebindings", "roles"],
};

/** Asks the API server in the holder's place. */
function canI(holder: Holder, ask: Ask, scope: Scope, name: string | undefined): string {
  const words = ["kubectl auth can-i", shellWord(ask.verb), shellWord(resourceWord(ask, name))];
  if (ask.subresource !== "") words.push(`--subresource=${shellWord(ask.subresource)}`);
  return [...words, ...namespaceWords(scope), holder.impersonation].join(" ");
}

/** How a client that is no pod gets a token that expires. */
export function createTokenCommand(namespace: string, account: string): string {
  const scope: Scope = { kind: "namespace", namespace };
  return ["kubectl create token", shellWord(account), ...namespaceWords(scope), "--duration=1h"].join(" ");
}

function readCommand(ask: Ask, scope: Scope, name: string | undefined, holder: Holder): string {
  const all = scope.kind === "cluster" && name === undefined;
  const where = all ? ["-A"] : namespaceWords(scope).filter((word) => word !== "-A");
  return ["kubectl get", shellWord(resourceWord(ask, name)), ...where, "-o name", holder.impersonation].join(" ");
}

/** A review that an administrator creates about somebody else. */
function reviewCommand(holder: Holder, ask: Ask, scope: Scope, name: string | undefined): string {
  const { verb, apiGroup, resource, subresource } = ask;
  const namespace = scope.kind === "cluster" ? "" : namespaceToType(scope.namespace);
  const resourceAttributes = { verb, group: apiGroup, resource, subresource, namespace, name: name ?? "" };
  return review(holder, { resourceAttributes });
}

function review(holder: Holder, attributes: object): string {
  const asked = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: { ...reviewedIdentity(holder), ...attributes },
  };
  return `echo ${shellWord(JSON.stringify(asked))} | kubectl create -o jsonpath={.status.allowed} -f -`;
}

function reviewedIdentity({ key, kind }: Holder): { readonly user?: string; readonly groups: readonly string[] } {
  if (kind === "anonymous") return { user: anonymousIdentity.user, groups: anonymousIdentity.groups };
  const asked = key.replace(appliedNamespace, namespaceToType(appliedNamespace));
  const groups = membershipsOf(asked).map((group) => group.slice(groupKey("").length));
  return asked.startsWith(userKey(""))
    ? { user: asked.slice(userKey("").length), groups }
    : { groups: [asked.slice(groupKey("").length), ...groups] };
}

function resourceWord({ apiGroup, resource }: Ask, name: string | undefined): string {
  const full = apiGroup === "" || apiGroup === "*" ? resource : `${resource}.${apiGroup}`;
  return name === undefined ? full : `${full}/${name}`;
}

function namespaceWords(scope: Scope): readonly string[] {
  if (scope.kind === "cluster") return ["-A"];
  return ["-n", shellWord(namespaceToType(scope.namespace))];
}
