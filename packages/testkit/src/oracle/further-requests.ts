import { type Arbitrary, array, constantFrom, oneof, record } from "fast-check";
import { words } from "./arbitraries.ts";
import type { CrewRequest } from "./crew-requests.ts";

// Requests that make the server ask more than once, beside those for roles and in somebody else's name.

/** An object that is there whatever the cluster. */
export interface StandingObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly ownerReferences?: unknown };
  readonly [member: string]: unknown;
}

const there = { name: "there", namespace: "a" };
const paramKind = { apiVersion: "v1", kind: "ConfigMap" };
const policySpec = {
  validations: [{ expression: "true" }],
  matchConstraints: {
    resourceRules: [{ apiGroups: ["x"], apiVersions: ["v1"], operations: ["CREATE"], resources: ["x"] }],
  },
};

/** What further checks look up. `request` is a certificate request in base64. */
export function standingObjects(request: string): readonly StandingObject[] {
  return [
    ...words.namespaces.map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })),
    { apiVersion: "v1", kind: "ConfigMap", metadata: there },
    { apiVersion: "coordination.k8s.io/v1", kind: "Lease", metadata: there },
    {
      apiVersion: "certificates.k8s.io/v1",
      kind: "CertificateSigningRequest",
      metadata: { name: "there" },
      spec: { request, signerName: "example.org/there", usages: ["client auth"] },
    },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicy",
      metadata: { name: "there" },
      spec: { ...policySpec, paramKind },
    },
  ];
}

type Content = Pick<CrewRequest, "method" | "headers" | "body"> & { readonly query?: string };

/** The ways to bring an object. */
function brought(path: string, object: StandingObject): Arbitrary<CrewRequest> {
  const type = (name: string) => ({ "content-type": `application/${name}` });
  const contents: readonly Content[] = [
    { method: "POST", headers: type("json"), body: object },
    { method: "PUT", headers: type("json"), body: object },
    { method: "PATCH", headers: type("apply-patch+yaml"), body: object, query: "&fieldManager=fm&force=true" },
    { method: "PATCH", headers: type("merge-patch+json"), body: { metadata: { labels: { team: "x" } } } },
    { method: "PATCH", headers: type("merge-patch+json"), body: object },
    { method: "DELETE", headers: {} },
  ];
  return constantFrom(...contents).map(({ query = "", ...rest }) => ({
    ...rest,
    path: `${path}${rest.method === "POST" ? "" : `/${object.metadata.name}`}?dryRun=All${query}`,
  }));
}

const name = constantFrom("there", "fresh");
const namespace = constantFrom("a", "b", "c");
const inNamespace = record({ name, namespace });

const plainObject: Arbitrary<CrewRequest> = oneof(
  inNamespace.chain((metadata) =>
    brought(`/api/v1/namespaces/${metadata.namespace}/configmaps`, {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata,
      data: { a: "b" },
    }),
  ),
  inNamespace.chain((metadata) =>
    brought(`/apis/coordination.k8s.io/v1/namespaces/${metadata.namespace}/leases`, {
      apiVersion: "coordination.k8s.io/v1",
      kind: "Lease",
      metadata,
      spec: {},
    }),
  ),
  inNamespace.chain((metadata) =>
    brought(`/api/v1/namespaces/${metadata.namespace}/limitranges`, {
      apiVersion: "v1",
      kind: "LimitRange",
      metadata,
      spec: { limits: [] },
    }),
  ),
  constantFrom("default", "kube-system", "a").map((target) => ({
    method: "DELETE",
    path: `/api/v1/namespaces/${target}?dryRun=All`,
    headers: {},
  })),
);

/** Owners, which one plugin asks about. */
const owned: Arbitrary<CrewRequest> = record({
  metadata: record({ name, namespace: constantFrom("a") }),
  owners: array(
    record(
      {
        apiVersion: constantFrom("v1", "v1", "example.org/v1", "v2"),
        kind: constantFrom("ConfigMap", "ConfigMap", "Node", "Gone"),
        name: constantFrom("there", "x"),
        uid: constantFrom("u"),
        blockOwnerDeletion: constantFrom(true, true, false),
      },
      { requiredKeys: ["apiVersion", "kind", "name", "uid"] },
    ),
    { maxLength: 1 },
  ),
}).chain(({ metadata, owners }) =>
  brought("/api/v1/namespaces/a/configmaps", {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { ...metadata, ownerReferences: owners },
  }),
);

const stream: Arbitrary<CrewRequest> = record({
  method: constantFrom("GET", "POST"),
  namespace,
  subresource: constantFrom("exec", "attach", "portforward"),
}).map(({ method, namespace: within, subresource }) => ({
  method,
  path: `/api/v1/namespaces/${within}/pods/there/${subresource}?command=x&stdout=1`,
  headers: {},
}));

const condition = constantFrom("Approved", "Denied", "Failed", "example.org/Other").map((type) => ({
  conditions: [{ type, status: "True", reason: "r", message: "m" }],
}));
const certificateStatus: Arbitrary<CrewRequest> = record({
  target: name,
  subresource: constantFrom("approval", "approval", "status"),
  status: oneof({ weight: 4, arbitrary: condition }, { weight: 1, arbitrary: constantFrom({}) }),
}).map(({ target, subresource, status }) => ({
  method: "PATCH",
  path: `/apis/certificates.k8s.io/v1/certificatesigningrequests/${target}/${subresource}?dryRun=All`,
  headers: { "content-type": "application/merge-patch+json" },
  body: { status },
}));

/** `requests` are certificate requests in base64. */
function certificate(requests: readonly string[]): Arbitrary<CrewRequest> {
  return record({
    signerName: constantFrom("kubernetes.io/kube-apiserver-client", "example.org/there", "example.com/other"),
    request: constantFrom(...requests),
  }).chain((spec) =>
    brought("/apis/certificates.k8s.io/v1/certificatesigningrequests", {
      apiVersion: "certificates.k8s.io/v1",
      kind: "CertificateSigningRequest",
      metadata: { name: "fresh" },
      spec: { ...spec, usages: ["client auth"] },
    }),
  );
}

const admissionVersion = "admissionregistration.k8s.io/v1";
const policy: Arbitrary<CrewRequest> = record({
  target: name,
  kind: constantFrom(
    undefined,
    paramKind,
    { apiVersion: "v1", kind: "Secret" },
    { apiVersion: "example.org/v1", kind: "Gone" },
  ),
}).chain(({ target, kind }) =>
  brought(`/apis/${admissionVersion}/validatingadmissionpolicies`, {
    apiVersion: admissionVersion,
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: target },
    spec: { ...policySpec, ...(kind === undefined ? {} : { paramKind: kind }) },
  }),
);
const policyBinding: Arbitrary<CrewRequest> = record({
  policyName: name,
  paramRef: constantFrom<object | undefined>(
    undefined,
    { name: "p", namespace: "a", parameterNotFoundAction: "Deny" },
    { name: "p", parameterNotFoundAction: "Deny" },
    { selector: {}, parameterNotFoundAction: "Deny" },
  ),
}).chain(({ policyName, paramRef }) =>
  brought(`/apis/${admissionVersion}/validatingadmissionpolicybindings`, {
    apiVersion: admissionVersion,
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: "fresh" },
    spec: { policyName, validationActions: ["Deny"], ...(paramRef === undefined ? {} : { paramRef }) },
  }),
);

/** All of them, as they change nothing. */
export function furtherRequest(requests: readonly string[]): Arbitrary<CrewRequest> {
  return oneof(
    { weight: 3, arbitrary: plainObject },
    { weight: 2, arbitrary: owned },
    { weight: 1, arbitrary: stream },
    { weight: 3, arbitrary: certificateStatus },
    { weight: 2, arbitrary: certificate(requests) },
    { weight: 2, arbitrary: policy },
    { weight: 2, arbitrary: policyBinding },
  );
}
