import type { AccessBinding, AccessRole, BuiltInPolicy } from "@authgraph/kubernetes";
import { expect, test } from "vitest";
import type { AccessGraph } from "../types.ts";
import {
  aggregating,
  binding,
  clusterRole,
  graphOf,
  labelled,
  nothingShipped,
  policy,
  role,
  rule,
  select,
  unplaced,
} from "../written-cluster.ts";
import { accessWords } from "./access-words.ts";
import { compareAccess } from "./compare-access.ts";

type Texts = Readonly<Record<string, readonly (AccessRole | AccessBinding)[]>>;

interface Case {
  readonly name: string;
  readonly before: Texts;
  readonly after: Texts;
  readonly told: readonly string[];
  readonly shipped?: BuiltInPolicy;
}

const reader = clusterRole("reader", rule("get,list", "pods"));
const readerWithSecrets = clusterRole("reader", rule("get,list", "pods,secrets"));
const readersOfDevs = binding("readers", "ClusterRole reader", "Group devs");
const ciOfWeb = role("web/ci", rule("create", "pods"));
const ciBound = binding("web/ci", "Role ci", "ServiceAccount web/ci");
const toView = { "aggregate-to-view": "true" };
const view = labelled(aggregating(clusterRole("view"), select(toView)), {});
const extra = labelled(clusterRole("extra", rule("get", "widgets", { groups: "example.com" })), toView);
const viewers = binding("web/viewers", "ClusterRole view", "Group devs");
const shippedView = policy(clusterRole("view", rule("get,list", "pods,services")));

const nothing: readonly string[] = [];

const cases: readonly Case[] = [
  // What changes nothing.
  {
    name: "moving a role to another file",
    before: { "a.yaml": [reader, readersOfDevs] },
    after: { "a.yaml": [readersOfDevs], "roles/b.yaml": [reader] },
    told: nothing,
  },
  {
    name: "renaming a binding",
    before: { "a.yaml": [reader, readersOfDevs] },
    after: { "a.yaml": [reader, binding("devs-read", "ClusterRole reader", "Group devs")] },
    told: nothing,
  },
  {
    name: "renaming a role",
    before: { "a.yaml": [reader, readersOfDevs] },
    after: {
      "a.yaml": [clusterRole("pods", rule("get,list", "pods")), binding("readers", "ClusterRole pods", "Group devs")],
    },
    told: nothing,
  },
  {
    name: "splitting and reordering rules",
    before: { "a.yaml": [clusterRole("reader", rule("get,list", "pods,secrets")), readersOfDevs] },
    after: {
      "a.yaml": [
        clusterRole("reader", rule("list", "secrets,pods"), rule("get", "secrets"), rule("get", "pods")),
        readersOfDevs,
      ],
    },
    told: nothing,
  },
  {
    name: "splitting a role, and binding both",
    before: { "a.yaml": [readerWithSecrets, readersOfDevs] },
    after: {
      "a.yaml": [
        reader,
        readersOfDevs,
        clusterRole("secrets", rule("get,list", "secrets")),
        binding("secrets", "ClusterRole secrets", "Group devs"),
      ],
    },
    told: nothing,
  },
  {
    name: "writing out an aggregated role",
    before: { "a.yaml": [view, extra, viewers] },
    after: { "a.yaml": [clusterRole("view", rule("get", "widgets", { groups: "example.com" })), viewers] },
    told: nothing,
  },
  {
    name: "writing with a star what others give by name",
    before: {
      "a.yaml": [clusterRole("ops", rule("*", "*", { groups: "*" })), binding("ops", "ClusterRole ops", "User jo")],
    },
    after: {
      "a.yaml": [
        clusterRole("ops", rule("*", "*", { groups: "*" }), rule("get", "secrets")),
        binding("ops", "ClusterRole ops", "User jo"),
      ],
    },
    told: nothing,
  },
  {
    name: "one more variant of the same",
    before: { "a/role.yaml": [reader], "b.yaml": [readersOfDevs] },
    after: { "a/role.yaml": [reader], "c/role.yaml": [reader], "b.yaml": [readersOfDevs] },
    told: nothing,
  },
  {
    name: "a role that nobody is bound to",
    before: {},
    after: { "a.yaml": [readerWithSecrets] },
    told: nothing,
  },
  {
    name: "one more right for system:masters, who have them all",
    before: { "a.yaml": [reader] },
    after: { "a.yaml": [reader, binding("m", "ClusterRole reader", "Group system:masters")] },
    told: nothing,
  },

  // Bindings.
  {
    name: "a binding more",
    before: { "a.yaml": [reader] },
    after: { "a.yaml": [reader, readersOfDevs] },
    told: ["+ Group devs: get, list pods in every namespace (ClusterRoleBinding readers added)"],
  },
  {
    name: "a binding less",
    before: { "a.yaml": [reader, readersOfDevs] },
    after: { "a.yaml": [reader] },
    told: ["- Group devs: get, list pods in every namespace (ClusterRoleBinding readers removed)"],
  },
  {
    name: "one more subject",
    before: { "a.yaml": [ciOfWeb, ciBound] },
    after: { "a.yaml": [ciOfWeb, binding("web/ci", "Role ci", "ServiceAccount web/ci", "Group devs")] },
    told: ["+ Group devs: create pods in namespace web (Group devs added to RoleBinding web/ci)"],
  },
  {
    name: "another subject",
    before: { "a.yaml": [ciOfWeb, ciBound] },
    after: { "a.yaml": [ciOfWeb, binding("web/ci", "Role ci", "ServiceAccount web/cd")] },
    told: [
      "+ User system:serviceaccount:web:cd: create pods in namespace web (ServiceAccount web/cd added to RoleBinding web/ci)",
      "- User system:serviceaccount:web:ci: create pods in namespace web (ServiceAccount web/ci removed from RoleBinding web/ci)",
    ],
  },
  {
    name: "another role",
    before: { "a.yaml": [reader, clusterRole("writer", rule("get,update", "pods")), readersOfDevs] },
    after: {
      "a.yaml": [
        reader,
        clusterRole("writer", rule("get,update", "pods")),
        binding("readers", "ClusterRole writer", "Group devs"),
      ],
    },
    told: [
      "+ Group devs: update pods in every namespace (ClusterRoleBinding readers now refers to ClusterRole writer)",
      "- Group devs: list pods in every namespace (ClusterRoleBinding readers no longer refers to ClusterRole reader)",
    ],
  },
  {
    name: "from a namespace to the cluster",
    before: { "a.yaml": [reader, binding("web/r", "ClusterRole reader", "Group devs")] },
    after: { "a.yaml": [reader, binding("r", "ClusterRole reader", "Group devs")] },
    told: ["+ Group devs: get, list pods in every namespace (ClusterRoleBinding r added)"],
  },
  {
    name: "a binding of which only a prefix is named",
    before: {},
    after: {
      "a.yaml": [ciOfWeb, { ...ciBound, meta: { ...ciBound.meta, generated: true } }],
    },
    told: ["+ User system:serviceaccount:web:ci: create pods in namespace web (RoleBinding web/ci added)"],
  },
  {
    name: "in a namespace that the inputs do not say",
    before: {
      "a.yaml": [unplaced(role("web/ci", rule("get", "pods"))), unplaced(binding("web/ci", "Role ci", "User jo"))],
    },
    after: {
      "a.yaml": [unplaced(role("web/ci", rule("get", "*"))), unplaced(binding("web/ci", "Role ci", "User jo"))],
    },
    told: ["+ User jo: get * in the applied namespace (Role ci widened)"],
  },

  // Groups that everybody is in by himself.
  {
    name: "from all accounts of a namespace to one of them",
    before: { "a.yaml": [ciOfWeb, binding("web/ci", "Role ci", "Group system:serviceaccounts:web")] },
    after: { "a.yaml": [ciOfWeb, ciBound] },
    told: [
      "- Group system:serviceaccounts:web: create pods in namespace web (Group system:serviceaccounts:web removed from RoleBinding web/ci)",
    ],
  },
  {
    name: "from one account to everybody",
    before: { "a.yaml": [ciOfWeb, ciBound] },
    after: { "a.yaml": [ciOfWeb, binding("web/ci", "Role ci", "Group system:authenticated")] },
    told: [
      "+ Group system:authenticated: create pods in namespace web (Group system:authenticated added to RoleBinding web/ci)",
    ],
  },
  {
    name: "from everybody to requests without credentials",
    before: { "a.yaml": [reader, binding("r", "ClusterRole reader", "Group system:authenticated")] },
    after: { "a.yaml": [reader, binding("r", "ClusterRole reader", "Group system:unauthenticated")] },
    told: [
      "- Group system:authenticated: get, list pods in every namespace (Group system:authenticated removed from ClusterRoleBinding r)",
      "+ Group system:unauthenticated: get, list pods in every namespace (Group system:unauthenticated added to ClusterRoleBinding r)",
    ],
  },
  {
    name: "one more verb, which in one of two namespaces a group gave already",
    before: {
      "a.yaml": [
        reader,
        binding("a/readers", "ClusterRole reader", "ServiceAccount a/ci"),
        binding("b/readers", "ClusterRole reader", "ServiceAccount b/ci"),
        role("a/watch", rule("watch", "pods")),
        binding("a/watch", "Role watch", "Group system:serviceaccounts"),
      ],
    },
    after: {
      "a.yaml": [
        clusterRole("reader", rule("get,list,watch", "pods")),
        binding("a/readers", "ClusterRole reader", "ServiceAccount a/ci"),
        binding("b/readers", "ClusterRole reader", "ServiceAccount b/ci"),
        role("a/watch", rule("watch", "pods")),
        binding("a/watch", "Role watch", "Group system:serviceaccounts"),
      ],
    },
    told: ["+ User system:serviceaccount:b:ci: watch pods in namespace b (ClusterRole reader widened)"],
  },

  // Roles.
  {
    name: "one more verb for whoever is bound everywhere and in a namespace",
    before: { "a.yaml": [reader, readersOfDevs, binding("web/readers", "ClusterRole reader", "Group devs")] },
    after: {
      "a.yaml": [
        clusterRole("reader", rule("get,list,watch", "pods")),
        readersOfDevs,
        binding("web/readers", "ClusterRole reader", "Group devs"),
      ],
    },
    told: ["+ Group devs: watch pods in every namespace (ClusterRole reader widened)"],
  },
  {
    name: "one more resource",
    before: { "a.yaml": [reader, readersOfDevs] },
    after: { "a.yaml": [readerWithSecrets, readersOfDevs] },
    told: ["+ Group devs: get, list secrets in every namespace (ClusterRole reader widened)"],
  },
  {
    name: "one more verb, while the binding is renamed and the role moves",
    before: { "a.yaml": [reader, readersOfDevs] },
    after: {
      "a.yaml": [binding("devs", "ClusterRole reader", "Group devs")],
      "b.yaml": [clusterRole("reader", rule("get,list,watch", "pods"))],
    },
    told: ["+ Group devs: watch pods in every namespace (ClusterRole reader widened)"],
  },
  {
    name: "one verb less",
    before: { "a.yaml": [ciOfWeb, ciBound] },
    after: { "a.yaml": [role("web/ci", rule("get", "pods")), ciBound] },
    told: [
      "+ User system:serviceaccount:web:ci: get pods in namespace web (Role web/ci widened)",
      "- User system:serviceaccount:web:ci: create pods in namespace web (Role web/ci narrowed)",
    ],
  },
  {
    name: "a role that a binding waited for",
    before: { "a.yaml": [ciBound] },
    after: { "a.yaml": [ciBound], "b.yaml": [ciOfWeb] },
    told: ["+ User system:serviceaccount:web:ci: create pods in namespace web (Role web/ci now exists)"],
  },
  {
    name: "a role that goes while its binding stays",
    before: { "a.yaml": [ciBound], "b.yaml": [ciOfWeb] },
    after: { "a.yaml": [ciBound] },
    told: ["- User system:serviceaccount:web:ci: create pods in namespace web (Role web/ci no longer exists)"],
  },
  {
    name: "a variant that gives more",
    before: { "a/r.yaml": [reader], "x.yaml": [readersOfDevs] },
    after: { "a/r.yaml": [reader], "b/r.yaml": [readerWithSecrets], "x.yaml": [readersOfDevs] },
    told: ["+ Group devs: get, list secrets in every namespace (ClusterRole reader widened)"],
  },

  // Aggregation.
  {
    name: "a role that is aggregated",
    before: { "a.yaml": [view, labelled(extra, {}), viewers] },
    after: { "a.yaml": [view, extra, viewers] },
    told: [
      "+ Group devs: get widgets.example.com in namespace web (ClusterRole extra aggregated into ClusterRole view)",
    ],
  },
  {
    name: "a role that is no longer aggregated",
    before: { "a.yaml": [view, extra, labelled(clusterRole("more", rule("get", "pods")), toView), viewers] },
    after: { "a.yaml": [view, labelled(clusterRole("more", rule("get", "pods")), toView), viewers] },
    told: [
      "- Group devs: get widgets.example.com in namespace web (ClusterRole extra no longer aggregated into ClusterRole view)",
    ],
  },
  {
    name: "an aggregated role that gives more",
    before: { "a.yaml": [view, extra, viewers] },
    after: {
      "a.yaml": [
        view,
        labelled(clusterRole("extra", rule("get,delete", "widgets", { groups: "example.com" })), toView),
        viewers,
      ],
    },
    told: [
      "+ Group devs: delete widgets.example.com in namespace web (ClusterRole extra widened, which is aggregated into ClusterRole view)",
    ],
  },

  // What Kubernetes ships.
  {
    name: "a shipped role that was narrowed and is not any more",
    shipped: shippedView,
    before: { "view.yaml": [clusterRole("view", rule("get", "pods"))], "a.yaml": [viewers] },
    after: { "a.yaml": [viewers] },
    told: [
      "+ Group devs: get, list services in namespace web; list pods in namespace web (ClusterRole view no longer redefined: as Kubernetes ships it)",
    ],
  },
  {
    name: "a shipped role that is widened",
    shipped: shippedView,
    before: { "a.yaml": [viewers] },
    after: { "view.yaml": [clusterRole("view", rule("get,list", "pods,services,secrets"))], "a.yaml": [viewers] },
    told: ["+ Group devs: get, list secrets in namespace web (ClusterRole view redefined, not as Kubernetes ships it)"],
  },
  {
    name: "a shipped binding that was emptied and is not any more",
    shipped: policy(
      clusterRole("basic", rule("create", "selfsubjectreviews")),
      binding("basic", "ClusterRole basic", "Group system:authenticated"),
    ),
    before: { "a.yaml": [binding("basic", "ClusterRole basic")] },
    after: {},
    told: [
      "+ Group system:authenticated: create selfsubjectreviews in every namespace (ClusterRoleBinding basic no longer redefined: as Kubernetes ships it)",
    ],
  },
];

test.each(cases)("$name", ({ before, after, told, shipped }) => {
  const options = { shipped: { ...nothingShipped, kubernetes: shipped ?? nothingShipped.kubernetes } };
  expect(toldOf(graphOf(before, options), graphOf(after, options))).toEqual(told);
});

test.each(cases)("$name: the other way round gains are losses", ({ before, after, told, shipped }) => {
  const options = { shipped: { ...nothingShipped, kubernetes: shipped ?? nothingShipped.kubernetes } };
  const turned = toldOf(graphOf(after, options), graphOf(before, options)).map(withoutCause);
  expect(turned).toHaveLength(told.length);
  for (const line of told.map(withoutCause)) {
    expect(turned).toContain(line.startsWith("+") ? line.replace("+", "-") : line.replace("-", "+"));
  }
});

function withoutCause(line: string): string {
  return line.replace(/ \([^(]*\)$/, "");
}

function toldOf(before: AccessGraph, after: AccessGraph): readonly string[] {
  return compareAccess(before, after).subjects.flatMap(({ subject, gained, lost }) => [
    ...gained.map(({ access, through }) => `+ ${subject}: ${access.map(accessWords).join("; ")} (${through})`),
    ...lost.map(({ access, through }) => `- ${subject}: ${access.map(accessWords).join("; ")} (${through})`),
  ]);
}
