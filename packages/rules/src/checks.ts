import type { Scope } from "@authgraph/graph";
import { anonymousIdentity, groupKey, type PolicyRule, userKey, verbMatches } from "@authgraph/kubernetes";
import type { Holder } from "./holders.ts";
import { membershipsOf } from "./memberships.ts";
import type { Ask } from "./power-catalogue.ts";
import type { HeldPower } from "./powers.ts";
import { namespaceToType, shellWord } from "./wording.ts";

/** A command that confirms, on a running cluster and as somebody who may impersonate, that a holder has a power. */
export function checkCommand(
  holder: Holder,
  { witnesses: [{ ask, grant, resource, names: askable }], scope, names }: HeldPower,
): string {
  if (grant.rule.nonResourceURLs.length > 0) return pathCommand(holder, grant.rule, resource?.value ?? "*");
  const name = names[0] ?? askable[0];
  const isRead = ask.subresource === "" && ["get", "list", "watch"].includes(ask.verb) && resource?.value !== "*";
  return holder.kind === "anonymous" && isRead
    ? readCommand(ask, scope, name, holder)
    : confirmCommand(holder, ask, scope, name);
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
  // `kubectl auth can-i` asks as the one it is about, and system:anonymous may not ask; and it looks up resources among
  // those that are served, where `*` of one group is none.
  const isUnserved = ask.resource === "*" && ask.apiGroup !== "*";
  return holder.kind === "anonymous" || isUnserved
    ? reviewCommand(holder, ask, scope, name)
    : canI(holder, ask, scope, name);
}

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
  const groups = membershipsOf(key).map((group) => group.slice(groupKey("").length));
  return key.startsWith(userKey(""))
    ? { user: key.slice(userKey("").length), groups }
    : { groups: [key.slice(groupKey("").length), ...groups] };
}

function resourceWord({ apiGroup, resource }: Ask, name: string | undefined): string {
  const full = apiGroup === "" || apiGroup === "*" ? resource : `${resource}.${apiGroup}`;
  return name === undefined ? full : `${full}/${name}`;
}

function namespaceWords(scope: Scope): readonly string[] {
  if (scope.kind === "cluster") return ["-A"];
  return ["-n", shellWord(namespaceToType(scope.namespace))];
}
