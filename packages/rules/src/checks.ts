import type { Scope } from "@authgraph/graph";
import { anonymousIdentity } from "@authgraph/kubernetes";
import type { Holder } from "./holders.ts";
import type { Ask } from "./power-catalogue.ts";
import type { HeldPower } from "./powers.ts";
import { namespaceToType, shellWord } from "./wording.ts";

/** A command that confirms, on a running cluster and as somebody who may impersonate, that a holder has a power. */
export function checkCommand(
  holder: Holder,
  { witnesses: [{ ask, grant, resource }], scope, names }: HeldPower,
): string {
  const [path] = grant.rule.nonResourceURLs;
  if (path !== undefined)
    return `kubectl get --raw ${shellWord(path.value.replace(/\*+$/, "") || "/")} ${holder.impersonation}`;

  const name = names[0];
  const isRead = ask.subresource === "" && ["get", "list", "watch"].includes(ask.verb) && resource?.value !== "*";
  if (holder.kind === "anonymous") {
    // `kubectl auth can-i` asks as the one it is about, and system:anonymous may not ask.
    return isRead ? readCommand(ask, scope, name, holder) : reviewCommand(ask, scope, name);
  }
  return canI(holder, ask, scope, name);
}

/** Asks the API server in the holder's place. */
export function canI(holder: Holder, ask: Ask, scope: Scope, name: string | undefined): string {
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
function reviewCommand({ verb, apiGroup, resource, subresource }: Ask, scope: Scope, name: string | undefined): string {
  const { user, groups } = anonymousIdentity;
  const namespace = scope.kind === "cluster" ? "" : namespaceToType(scope.namespace);
  const resourceAttributes = { verb, group: apiGroup, resource, subresource, namespace, name: name ?? "" };
  const review = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: { user, groups, resourceAttributes },
  };
  return `echo ${shellWord(JSON.stringify(review))} | kubectl create -o jsonpath={.status.allowed} -f -`;
}

function resourceWord({ apiGroup, resource }: Ask, name: string | undefined): string {
  const full = apiGroup === "" || apiGroup === "*" ? resource : `${resource}.${apiGroup}`;
  return name === undefined ? full : `${full}/${name}`;
}

function namespaceWords(scope: Scope): readonly string[] {
  if (scope.kind === "cluster") return ["-A"];
  return ["-n", shellWord(namespaceToType(scope.namespace))];
}
