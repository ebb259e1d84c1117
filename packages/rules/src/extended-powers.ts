import { asks } from "./asks.ts";
import type { Power } from "./power.ts";
import { inScope } from "./wording.ts";

/**
 * Powers that only rules of the extended pack tell: other tools do, and most who hold them need them. They rate nothing
 * else, so they stand apart from the catalogue.
 */
export const extendedPowers: readonly Power[] = [
  {
    id: "delete-broad",
    cluster: 4,
    namespace: 5,
    parts: [
      {
        asks: [
          ...asks("delete deletecollection", "", "pods", "replicationcontrollers", "events", "persistentvolumeclaims"),
          ...asks("delete deletecollection", "", "namespaces", "persistentvolumes"),
          ...asks("delete deletecollection", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
          ...asks("delete deletecollection", "batch", "jobs", "cronjobs"),
          ...asks("delete deletecollection", "events.k8s.io", "events"),
        ],
      },
    ],
    phrase: (scope) => `delete what runs ${inScope(scope)} or what tells of it`,
    reach: "what runs, or what tells of it",
    accounts: "none",
    withNames: "narrower",
  },
  {
    // Traffic goes where Services, their endpoints and Ingresses say; a status can claim an address of another's
    // (CVE-2020-8554). Without its policies a pod is open to every other.
    id: "write-networking",
    cluster: 4,
    namespace: 5,
    parts: [
      {
        asks: [
          ...asks("create update patch", "", "services", "endpoints"),
          ...asks("update patch", "", "services/status"),
          ...asks("create update patch", "discovery.k8s.io", "endpointslices"),
          ...asks("create update patch", "networking.k8s.io", "ingresses"),
          ...asks("create update patch delete deletecollection", "networking.k8s.io", "networkpolicies"),
        ],
      },
    ],
    phrase: (scope) => `redirect or open traffic ${inScope(scope)}`,
    reach: "where traffic goes",
    accounts: "none",
    withNames: "narrower",
  },
  {
    id: "write-policy-engines",
    cluster: 4,
    namespace: 4,
    parts: [
      {
        asks: [
          ...asks(
            "create update patch delete deletecollection",
            "kyverno.io",
            "clusterpolicies",
            "policies",
            "policyexceptions",
          ),
          ...asks(
            "create update patch delete deletecollection",
            "policies.kyverno.io",
            "validatingpolicies",
            "mutatingpolicies",
            "generatingpolicies",
            "deletingpolicies",
            "imagevalidatingpolicies",
            "policyexceptions",
          ),
          ...asks("create update patch delete deletecollection", "templates.gatekeeper.sh", "constrainttemplates"),
          // Constraints are of kinds that their templates define.
          ...asks("create update patch delete deletecollection", "constraints.gatekeeper.sh", "*"),
          ...asks("create update patch delete deletecollection", "config.gatekeeper.sh", "configs"),
          ...asks(
            "create update patch delete deletecollection",
            "mutations.gatekeeper.sh",
            "assign",
            "assignimage",
            "assignmetadata",
            "modifyset",
          ),
        ],
      },
    ],
    phrase: (scope) => `change what Kyverno or Gatekeeper allow ${inScope(scope)}`,
    reach: "policies that requests are admitted by",
    accounts: "none",
    withNames: "narrower",
  },
];
