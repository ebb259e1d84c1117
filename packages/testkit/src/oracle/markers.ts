import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient } from "./api-client.ts";
import { apiPaths, type Manifest, type RoleManifest, rbacVersion } from "./manifest.ts";

// Objects that show how far a server has come. Each kind has a cache of its own, which sees the writes of its kind in
// their order: where the marker written last acts, everything before it does. The markers have the labels of the
// default policy, so that no selector meets them that passes over its roles.

const name = "authgraph-marker";
const labels = { "kubernetes.io/bootstrapping": "rbac-defaults" };
const rbacGroup = "rbac.authorization.k8s.io";

const aggregated: RoleManifest = {
  apiVersion: rbacVersion,
  kind: "ClusterRole",
  metadata: { name: `${name}-aggregated`, labels },
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [name]: "source" } }] },
};

/** Of each kind one object that changes with every mark. The user of the marker's name is always bound. */
function markersFor(mark: string): readonly Manifest[] {
  const rules = [{ verbs: [mark, "always"], apiGroups: [name], resources: [name] }];
  const subjects = [name, mark].map((user) => ({ kind: "User", apiGroup: rbacGroup, name: user }) as const);
  const inNamespace = { name, namespace: name };
  return [
    {
      apiVersion: rbacVersion,
      kind: "ClusterRole",
      metadata: { name, labels: { ...labels, [name]: "source" } },
      rules,
    },
    { apiVersion: rbacVersion, kind: "Role", metadata: inNamespace, rules },
    {
      apiVersion: rbacVersion,
      kind: "ClusterRoleBinding",
      metadata: { name },
      roleRef: { apiGroup: rbacGroup, kind: "ClusterRole", name },
      subjects,
    },
    {
      apiVersion: rbacVersion,
      kind: "RoleBinding",
      metadata: inNamespace,
      roleRef: { apiGroup: rbacGroup, kind: "Role", name },
      subjects,
    },
  ];
}

/** What shows how far one server has come. */
export interface Markers {
  /** Resolves when the authorizer has seen everything written before. */
  passCaches(): Promise<void>;
  /** Resolves when the aggregation controller has seen every ClusterRole written or deleted before. */
  passAggregation(): Promise<void>;
}

export async function setUpMarkers(client: ApiClient): Promise<Markers> {
  let marks = 0;
  const nextMark = () => `mark-${++marks}`;
  await client.send("POST", "/api/v1/namespaces", { metadata: { name } });
  const objects = [...markersFor(nextMark()), aggregated];
  await Promise.all(objects.map((object) => client.send("POST", apiPaths(object).collection, object)));

  return {
    async passCaches() {
      const mark = nextMark();
      await Promise.all(markersFor(mark).map((object) => client.send("PUT", apiPaths(object).object, object)));
      for (const namespace of ["", name]) {
        // The first asks for the new role, the second for the new binding.
        await until(() => isAllowed(client, { user: name, verb: mark, namespace }));
        await until(() => isAllowed(client, { user: mark, verb: "always", namespace }));
      }
    },
    async passAggregation() {
      const mark = nextMark();
      const source = markersFor(mark).filter(({ kind }) => kind === "ClusterRole");
      await Promise.all(source.map((object) => client.send("PUT", apiPaths(object).object, object)));
      await until(async () => {
        const { rules } = await client.send<RoleManifest>("GET", apiPaths(aggregated).object);
        return (rules ?? []).some(({ verbs }) => verbs.includes(mark));
      });
    },
  };
}

interface MarkerQuestion {
  readonly user: string;
  readonly verb: string;
  readonly namespace: string;
}

async function isAllowed(client: ApiClient, { user, verb, namespace }: MarkerQuestion): Promise<boolean> {
  const { allowed } = await client.review({
    user,
    resourceAttributes: { verb, group: name, resource: name, namespace },
  });
  return allowed;
}

/** Asks until it holds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`the server does not settle within half a minute: ${holds}`);
    await sleep(10);
  }
}
