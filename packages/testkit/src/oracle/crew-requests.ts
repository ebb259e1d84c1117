import { type Arbitrary, array, constantFrom, oneof, option, record, tuple } from "fast-check";
import { words } from "./arbitraries.ts";
import { heldRule } from "./crew-powers.ts";
import { rbacVersion } from "./manifest.ts";

/** A request, whoever sends it. */
export interface CrewRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

const rbacGroup = "rbac.authorization.k8s.io";

const selector = record({ matchLabels: record({ team: constantFrom("x", "y") }, { requiredKeys: [] }) });
const aggregation = record({ clusterRoleSelectors: array(selector, { minLength: 1, maxLength: 2 }) });
const rules = array(heldRule, { maxLength: 2 });
const labels = record({ team: constantFrom("x", "z") });
const subjects = array(
  oneof(
    record({
      kind: constantFrom("User", "Group"),
      apiGroup: constantFrom(rbacGroup),
      name: constantFrom("jane", "dev"),
    }),
    record({ kind: constantFrom("ServiceAccount"), namespace: constantFrom("a"), name: constantFrom("ci") }),
  ),
  { maxLength: 2 },
);
const roleRef = record({
  apiGroup: constantFrom(rbacGroup),
  kind: constantFrom("ClusterRole", "ClusterRole", "Role"),
  name: constantFrom(
    "r",
    "s",
    "all",
    "view",
    "missing",
    "system:discovery",
    "cluster-admin",
    "power-0",
    "power-9",
    "power-12",
  ),
});

interface Guarded {
  readonly kind: "Role" | "ClusterRole" | "RoleBinding" | "ClusterRoleBinding";
  readonly namespace: string | undefined;
  readonly name: string;
}

const namespace = constantFrom(...words.namespaces);
const guarded: Arbitrary<Guarded> = oneof(
  record({ kind: constantFrom("Role"), namespace, name: constantFrom("r", "s", "fresh") }),
  record({
    kind: constantFrom("ClusterRole"),
    namespace: constantFrom(undefined),
    name: constantFrom("r", "s", "all", "some", "view", "fresh", "power-0", "power-10"),
  }),
  record({ kind: constantFrom("RoleBinding"), namespace, name: constantFrom("k", "l", "m", "fresh", "power-2") }),
  record({
    kind: constantFrom("ClusterRoleBinding"),
    namespace: constantFrom(undefined),
    name: constantFrom("k", "l", "m", "fresh", "power-3", "system:discovery"),
  }),
);

function isRole({ kind }: Guarded): boolean {
  return kind === "Role" || kind === "ClusterRole";
}

function pathTo({ kind, namespace: within }: Guarded): string {
  return `/apis/${rbacVersion}${within === undefined ? "" : `/namespaces/${within}`}/${kind.toLowerCase()}s`;
}

function content(target: Guarded): Arbitrary<object> {
  if (!isRole(target)) return record({ roleRef, subjects });
  if (target.kind === "Role") return record({ rules });
  return record({ rules, aggregationRule: aggregation }, { requiredKeys: ["rules"] });
}

function whole(target: Guarded): Arbitrary<object> {
  return tuple(content(target), option(labels, { nil: undefined })).map(([rest, given]) => ({
    apiVersion: rbacVersion,
    kind: target.kind,
    metadata: {
      name: target.name,
      ...(target.namespace === undefined ? {} : { namespace: target.namespace }),
      ...(given === undefined ? {} : { labels: given }),
    },
    ...rest,
  }));
}

const garbage = constantFrom(
  {},
  { metadata: { finalizers: ["example.org/x"] } },
  { metadata: { ownerReferences: [{ apiVersion: "v1", kind: "Node", name: "n", uid: "u" }] } },
);

function merging(target: Guarded): Arbitrary<unknown> {
  const label = labels.map((given) => ({ metadata: { labels: given } }));
  const odd = constantFrom<object>(
    { rules: null },
    { subjects: null },
    { rules: "x" },
    { metadata: { name: "other" } },
  );
  return oneof(content(target), label, garbage, odd);
}

function operations(target: Guarded): Arbitrary<unknown> {
  const value = isRole(target) ? heldRule : subjects.map(([first]) => first ?? { kind: "User", name: "jane" });
  const list = isRole(target) ? "/rules" : "/subjects";
  const operation = oneof(
    value.map((added) => ({ op: "add", path: `${list}/-`, value: added })),
    value.map((added) => ({ op: "add", path: list, value: [added] })),
    constantFrom<object>(
      { op: "remove", path: `${list}/0` },
      { op: "add", path: "/metadata/labels", value: { team: "x" } },
      { op: "test", path: "/kind", value: target.kind },
      { op: "replace", path: "/rules/0/verbs", value: ["get"] },
      { op: "copy", from: `${list}/0`, path: `${list}/-` },
      { op: "add", path: "/metadata/finalizers", value: ["example.org/x"] },
    ),
  );
  return array(operation, { minLength: 1, maxLength: 2 });
}

type Sent = Omit<CrewRequest, "path"> & { readonly query?: string };

function sent(target: Guarded): Arbitrary<Sent> {
  const json = { "content-type": "application/json" };
  const patch = (type: string) => ({ "content-type": `application/${type}` });
  return oneof(
    { weight: 4, arbitrary: whole(target).map((body): Sent => ({ method: "POST", headers: json, body })) },
    { weight: 4, arbitrary: whole(target).map((body): Sent => ({ method: "PUT", headers: json, body })) },
    {
      weight: 3,
      arbitrary: merging(target).map((body): Sent => ({ method: "PATCH", headers: patch("merge-patch+json"), body })),
    },
    {
      weight: 2,
      arbitrary: merging(target).map(
        (body): Sent => ({ method: "PATCH", headers: patch("strategic-merge-patch+json"), body }),
      ),
    },
    {
      weight: 2,
      arbitrary: operations(target).map((body): Sent => ({ method: "PATCH", headers: patch("json-patch+json"), body })),
    },
    {
      weight: 3,
      arbitrary: tuple(
        whole(target),
        constantFrom("&fieldManager=fm&force=true", "&fieldManager=fm&force=true", ""),
      ).map(([body, query]): Sent => ({ method: "PATCH", headers: patch("apply-patch+yaml"), body, query })),
    },
  );
}

/** Writes of roles and bindings, as they change nothing: `dryRun`. */
export const escalationRequest: Arbitrary<CrewRequest> = guarded.chain((target) =>
  sent(target).map(({ query = "", ...rest }) => {
    const object = rest.method === "POST" ? "" : `/${encodeURIComponent(target.name)}`;
    return { ...rest, path: `${pathTo(target)}${object}?dryRun=All${query}` };
  }),
);

const wantedUser = constantFrom(
  ...["jane", "jane", "dev", "Jane", "system:anonymous", "system:serviceaccount:a:ci", "system:serviceaccount:b:ci"],
  ...["system:serviceaccount:Bad:x", "system:node:n", "system:node:N!", ""],
);
const wantedGroup = constantFrom(
  "dev",
  "jane",
  "crew-1",
  "system:authenticated",
  "system:unauthenticated",
  "system:masters",
  "",
);
const impersonationHeaders = record(
  {
    "Impersonate-User": wantedUser,
    "Impersonate-Uid": constantFrom("u-1", "u-2"),
    "Impersonate-Group": oneof(
      { weight: 3, arbitrary: array(wantedGroup, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: array(wantedGroup, { minLength: 4, maxLength: 5 }) },
    ),
    "Impersonate-Extra-Scopes": array(constantFrom("view", "edit", ""), { minLength: 1, maxLength: 4 }),
    "Impersonate-Extra-example.org%2fx": array(constantFrom("view", "edit"), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [] },
);

/** More often than not a user alone, so that something comes of it. */
const asSomebody = oneof(
  { weight: 2, arbitrary: record({ "Impersonate-User": wantedUser }) },
  {
    weight: 1,
    arbitrary: record({
      "Impersonate-User": wantedUser,
      "Impersonate-Group": array(wantedGroup, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: impersonationHeaders },
);

const whoAmI = { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" };
const asked: Arbitrary<Omit<CrewRequest, "headers">> = oneof(
  {
    weight: 2,
    arbitrary: constantFrom({
      method: "POST",
      path: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
      body: whoAmI,
    }),
  },
  {
    weight: 3,
    arbitrary: constantFrom(
      ...["/version", "/healthz", "/api/v1/pods", "/api/v1/namespaces/a/pods", "/api/v1/namespaces/b/pods/x"].map(
        (path) => ({
          method: "GET",
          path,
        }),
      ),
      { method: "GET", path: "/api/v1/namespaces/a/pods/x/log" },
      { method: "GET", path: "/api/v1/namespaces/a/secrets?fieldSelector=metadata.name%3Dx" },
    ),
  },
);

/** Requests in somebody else's name. */
export const impersonationRequest: Arbitrary<CrewRequest> = tuple(asked, asSomebody).map(([what, headers]) => ({
  ...what,
  headers: {
    ...(what.body === undefined ? {} : { "content-type": "application/json" }),
    ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
  },
}));
