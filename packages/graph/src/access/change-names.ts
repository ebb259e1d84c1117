import type { SubjectKey } from "@authgraph/kubernetes";
import { appliedNamespace, type Entry, type ObjectKey } from "../types.ts";
import { accountOf } from "./account-name.ts";

/** `RoleBinding web/ci`, `ClusterRole reader`. */
export function entryName({ object, namespace }: Entry): string {
  return objectName(object.kind, namespace, object.meta.name.value);
}

/** The same of a key. */
export function keyName(key: ObjectKey): string {
  const [, kind = "", namespace = "", ...name] = key.split("/");
  return objectName(kind, namespace, name.join("/"));
}

function objectName(kind: string, namespace: string, name: string): string {
  return namespace === "" || namespace === appliedNamespace ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

const user = "User ";

/** `Group devs`, `User jane`, `ServiceAccount web/ci`. */
export function subjectName(key: SubjectKey): string {
  const account = key.startsWith(user) ? accountOf(key.slice(user.length)) : undefined;
  return account === undefined ? key : objectName("ServiceAccount", account.namespace, account.name);
}
