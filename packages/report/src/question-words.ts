import type { Attributes, Identity } from "@authgraph/engine";
import type { PolicyRule, Subject } from "@authgraph/rules";
import { printable } from "./printable.ts";

/** `get pods/log in namespace web`; printable. */
export function requestWords(attributes: Attributes): string {
  if (attributes.kind === "non-resource") return printable(`${attributes.verb} the path ${attributes.path}`);
  const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
  const type = `${resource}${subresource === "" ? "" : `/${subresource}`}${apiGroup === "" ? "" : `.${apiGroup}`}`;
  const where = namespace === "" ? "cluster-wide" : `in namespace ${namespace}`;
  return printable([verb, type, ...(name === "" ? [] : [`named ${name}`]), where].join(" "));
}

/** `User jane`, `ServiceAccount web/ci`; printable. */
export function identityWords({ user, groups }: Identity): string {
  if (user === "") return printable(`anybody in ${groups[0] ?? "no group"}`);
  const [, namespace, name] = /^system:serviceaccount:([^:]*):([^:]*)$/.exec(user) ?? [];
  return printable(name === undefined ? `User ${user}` : `ServiceAccount ${namespace}/${name}`);
}

/** The same of a subject in a binding; printable. */
export function subjectWords(subject: Subject, bindingNamespace: string): string {
  if (subject.kind !== "ServiceAccount") return printable(`${subject.kind} ${subject.name.value}`);
  return printable(`ServiceAccount ${subject.namespace?.value || bindingNamespace}/${subject.name.value}`);
}

/** `RoleBinding web/readers`; printable. */
export function objectWords(kind: string, name: string, namespace: string): string {
  return printable(`${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`);
}

/**
 * `get, list pods, secrets (group apps) named x`; printable. Long lists are cut: what matters for the question stands
 * first, and the place says where the rest is.
 */
export function ruleWords(rule: PolicyRule, asked?: Attributes): string {
  const verbs = listWords(rule.verbs, asked?.verb, "nothing on");
  if (asked?.kind === "non-resource" || rule.resources.length === 0) {
    return printable(
      `${verbs} ${listWords(rule.nonResourceURLs, asked?.kind === "non-resource" ? asked.path : undefined, "nothing")}`,
    );
  }
  const { apiGroup, resource, name } = { ...nothingAsked, ...asked };
  const isCore = rule.apiGroups.length === 1 && rule.apiGroups[0]?.value === "";
  const groups = isCore ? "" : ` (group ${listWords(rule.apiGroups, apiGroup, "none")})`;
  const names = rule.resourceNames.length === 0 ? "" : ` named ${listWords(rule.resourceNames, name, "")}`;
  return printable(`${verbs} ${listWords(rule.resources, resource, "nothing")}${groups}${names}`);
}

const nothingAsked = { apiGroup: undefined, resource: undefined, name: undefined };

const longestList = 5;

function listWords(list: PolicyRule["verbs"], wanted: string | undefined, empty: string): string {
  if (list.length === 0) return empty;
  const values = list.map(({ value }) => value);
  const first =
    values.length <= longestList || wanted === undefined ? [] : values.filter((value) => isAbout(value, wanted));
  const ordered = [...first, ...values.filter((value) => !first.includes(value))];
  const more = ordered.length - longestList;
  const words = ordered.slice(0, longestList).map((value) => (value === "" ? '""' : value));
  return `${words.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A value that decides about what is wanted, or nearly does. */
function isAbout(value: string, wanted: string): boolean {
  return value === "*" || value === wanted || value.startsWith(`${wanted}/`) || value.startsWith("*/");
}

/**
 * A command that asks a running cluster the same; printable. kubectl gives an impersonated user `system:authenticated`,
 * and a service account its groups unless some are given. The anonymous user may not ask such questions: there an
 * administrator asks for it.
 */
export function checkCommand(identity: Identity, attributes: Attributes): string {
  if (identity.user === "" || identity.groups.includes("system:unauthenticated"))
    return reviewCommand(identity, attributes);
  const words = ["kubectl auth can-i", ...requestArguments(attributes), `--as=${shellWord(identity.user)}`];
  const given = identity.groups.filter((group) => group !== "system:authenticated");
  const isPlainAccount =
    identity.user.startsWith("system:serviceaccount:") &&
    given.every((group) => group.startsWith("system:serviceaccounts"));
  if (!isPlainAccount) words.push(...given.map((group) => `--as-group=${shellWord(group)}`));
  return printable(words.join(" "));
}

function requestArguments(attributes: Attributes): readonly string[] {
  const verb = shellWord(attributes.verb);
  if (attributes.kind === "non-resource") return [verb, shellWord(attributes.path)];
  const { apiGroup, resource, subresource, namespace, name } = attributes;
  const type = `${resource}${apiGroup === "" ? "" : `.${apiGroup}`}${name === "" ? "" : `/${name}`}`;
  return [
    verb,
    shellWord(type),
    ...(subresource === "" ? [] : [`--subresource=${shellWord(subresource)}`]),
    ...(namespace === "" ? ["-A"] : ["-n", shellWord(namespace)]),
  ];
}

function reviewCommand({ user, groups }: Identity, attributes: Attributes): string {
  const asked =
    attributes.kind === "non-resource"
      ? { nonResourceAttributes: { verb: attributes.verb, path: attributes.path } }
      : { resourceAttributes: resourceAttributes(attributes) };
  const review = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: { ...(user === "" ? {} : { user }), groups, ...asked },
  };
  return printable(`echo ${shellWord(JSON.stringify(review))} | kubectl create -o jsonpath={.status.allowed} -f -`);
}

/** As a SubjectAccessReview writes them: without what is empty. */
export function resourceAttributes(attributes: Extract<Attributes, { kind: "resource" }>): Record<string, string> {
  const { verb, apiGroup: group, resource, subresource, namespace, name } = attributes;
  const all = { namespace, verb, group, resource, subresource, name };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
