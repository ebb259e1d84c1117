import type { Vertex } from "@authgraph/rules";
import { printable } from "./printable.ts";
import { identityWords, objectWords } from "./question-words.ts";

/** `User jane`, `any ServiceAccount of dev`, `cluster-admin`: a place on the way; printable. */
export function vertexWords(vertex: Vertex): string {
  switch (vertex.kind) {
    case "identity":
      return keyWords(vertex.key);
    case "any-account":
      return `any ServiceAccount${ofNamespace(vertex.namespace)}`;
    case "any-user":
      return vertex.groups ? "any user, in any group" : "any user";
    case "pods":
      return `the pods${ofNamespace(vertex.namespace)}`;
    case "secrets":
      return `the Secrets${ofNamespace(vertex.namespace)}`;
    case "nodes":
      return "the nodes";
    case "role": {
      const { kind, name } = roleParts(vertex.role);
      const role = name === "*" ? `any ${kind}` : objectWords(kind, name, "");
      return `${role} ${vertex.namespace === undefined ? "everywhere" : `in ${printable(vertex.namespace)}`}`;
    }
    case "namespace-admin":
      return vertex.namespace === undefined ? "admin of every namespace" : `admin of ${printable(vertex.namespace)}`;
    case "cluster-admin":
      return "cluster-admin";
  }
}

/** The words of a key: `User x`, `Group x`, or the account that a user name stands for; printable. */
export function keyWords(key: string): string {
  return key.startsWith("User ") ? identityWords({ user: key.slice("User ".length), groups: [] }) : printable(key);
}

/** The same for programs: what it is, and the names in it. */
export function vertexValue(vertex: Vertex): object {
  switch (vertex.kind) {
    case "identity":
      return subjectOfKey(vertex.key);
    case "any-account":
    case "pods":
    case "secrets":
    case "namespace-admin":
      return { kind: vertex.kind, ...inNamespace(vertex.namespace) };
    case "any-user":
      return { kind: vertex.kind, groups: vertex.groups };
    case "role":
      return { kind: vertex.kind, role: roleParts(vertex.role), ...inNamespace(vertex.namespace) };
    case "nodes":
    case "cluster-admin":
      return { kind: vertex.kind };
  }
}

/** The parts of a key: what it is, and its names. */
export function subjectOfKey(key: string): object {
  const [, namespace, account] = /^User system:serviceaccount:([^:]*):([^:]*)$/s.exec(key) ?? [];
  if (account !== undefined) return { kind: "ServiceAccount", name: account, ...inNamespace(namespace) };
  const space = key.indexOf(" ");
  return { kind: key.slice(0, space), name: key.slice(space + 1) };
}

function ofNamespace(namespace: string | undefined): string {
  return namespace === undefined ? "" : ` of ${printable(namespace)}`;
}

interface RoleParts {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** `rbac.authorization.k8s.io/Role/web/reader`. */
function roleParts(key: string): RoleParts {
  const [, kind = "", namespace = "", ...name] = key.split("/");
  return { kind, name: name.join("/"), ...(namespace === "" ? {} : { namespace }) };
}

function inNamespace(namespace: string | undefined): { readonly namespace?: string } {
  return namespace === undefined ? {} : { namespace };
}
