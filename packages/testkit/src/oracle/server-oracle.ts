import { type KnownMinor, nearestKnownMinor, newestMinor, parseMinor } from "@authgraph/kubernetes";
import { isAsWritten, isSettled } from "./aggregation-settled.ts";
import type { ApiClient } from "./api-client.ts";
import { collectionOf, type PlainObject } from "./claim-cluster.ts";
import { type ControlPlane, startControlPlane } from "./control-plane.ts";
import {
  apiPaths,
  type BindingManifest,
  isClusterRole,
  isRbac,
  type Manifest,
  type ManifestMetadata,
  type RoleManifest,
  rbacVersion,
} from "./manifest.ts";
import { setUpMarkers, until } from "./markers.ts";
import type { Oracle } from "./oracle.ts";
import { answerOf } from "./recorded-oracle.ts";

/** A real kube-apiserver. */
export interface ServerOracle extends Oracle {
  readonly minor: KnownMinor;
  /** Makes an object of any kind, if it is not there; it stays. */
  add(object: PlainObject): Promise<void>;
  /** Speaks as one of its requesters. */
  requester(number: number): ApiClient;
}

/** Starts a throw-away control plane from a folder of programs, to ask it. */
async function serverOracle(assets: string): Promise<ServerOracle> {
  const controlPlane = await startControlPlane(assets);
  try {
    return await oracleOf(controlPlane);
  } catch (error) {
    await controlPlane.stop();
    throw error;
  }
}

async function oracleOf({ client, requester, stop }: ControlPlane): Promise<ServerOracle> {
  const { gitVersion } = await client.send<{ readonly gitVersion: string }>("GET", "/version");
  const markers = await setUpMarkers(client);
  await until(async () => isSettled(await roles(client, "ClusterRole"), []));
  /** What is there before anything is loaded, by path. */
  const base = new Map((await rbacObjects(client)).map((object) => [apiPaths(object).object, object]));
  const ofBase = (object: Manifest) => base.get(apiPaths(object).object);
  const namespaces = new Set<string>();
  let loaded: readonly Manifest[] = [];

  async function clear(): Promise<void> {
    // A controller that has not seen that a role is deleted may still fill it, and so make it anew: it lets go first.
    const filled = loaded.filter(isClusterRole).filter(({ aggregationRule }) => aggregationRule !== undefined);
    await inParallel(filled, ({ aggregationRule, ...role }) => put(client, role));
    if (filled.length > 0) await markers.passAggregation();
    await inParallel(loaded, (object) => remove(client, object));
    const replaced = loaded.flatMap((object) => ofBase(object) ?? []);
    await inParallel(replaced, (object) => put(client, object));
    loaded = [];
    await settled([]);
  }

  /** Waits until all ClusterRoles are as they will stay, and undoes what the controller still did to deleted ones. */
  async function settled(written: readonly RoleManifest[]): Promise<void> {
    const known = new Set([...base.keys(), ...written.map((role) => apiPaths(role).object)]);
    await until(async () => {
      const there = await roles(client, "ClusterRole");
      const strays = there.filter((role) => !known.has(apiPaths(role).object));
      const overwritten = written.filter((role) => !isAsWritten(role, there));
      await inParallel(strays, (role) => remove(client, role));
      await inParallel(overwritten, (role) => put(client, role));
      return strays.length === 0 && overwritten.length === 0 && isSettled(there, written);
    });
  }

  async function addNamespaces(objects: readonly Manifest[]): Promise<void> {
    const named = new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
    const missing = [...named].filter((namespace) => !namespaces.has(namespace));
    await inParallel(missing, (name) => client.send("POST", "/api/v1/namespaces", { metadata: { name } }, [409]));
    // They give nobody anything, so they stay.
    for (const namespace of missing) namespaces.add(namespace);
  }

  return {
    minor: nearestKnownMinor(parseMinor(gitVersion) ?? newestMinor),
    async load(everything) {
      const objects = everything.filter(isRbac);
      if (objects.length < everything.length) throw new Error("only objects of RBAC can be loaded into a server");
      await clear();
      await addNamespaces(objects);
      loaded = objects;
      await inParallel(
        objects.filter((object) => ofBase(object) !== undefined),
        (object) => remove(client, object),
      );
      await inParallel(objects, (object) => put(client, object));
      await settled(objects.filter(isClusterRole));
      await markers.passCaches();
    },
    async ask(question) {
      return answerOf(await client.review(question));
    },
    async add(object) {
      await client.send("POST", collectionOf(object), object, [409]);
    },
    requester,
    stop,
  };
}

async function rbacObjects(client: ApiClient): Promise<readonly Manifest[]> {
  const [clusterRoles, namespaced, clusterRoleBindings, roleBindings] = await Promise.all([
    roles(client, "ClusterRole"),
    roles(client, "Role"),
    bindings(client, "ClusterRoleBinding"),
    bindings(client, "RoleBinding"),
  ]);
  return [...clusterRoles, ...namespaced, ...clusterRoleBindings, ...roleBindings];
}

// Items of a list do not say what they are, and hold what only a server writes.

async function roles(client: ApiClient, kind: RoleManifest["kind"]): Promise<readonly RoleManifest[]> {
  const items = await listed<RoleManifest>(client, kind);
  return items.map((item) => ({ ...item, apiVersion: rbacVersion, kind, metadata: written(item.metadata) }));
}

async function bindings(client: ApiClient, kind: BindingManifest["kind"]): Promise<readonly BindingManifest[]> {
  const items = await listed<BindingManifest>(client, kind);
  return items.map((item) => ({ ...item, apiVersion: rbacVersion, kind, metadata: written(item.metadata) }));
}

async function listed<T extends Manifest>(client: ApiClient, kind: T["kind"]): Promise<readonly T[]> {
  const path = `/apis/${rbacVersion}/${kind.toLowerCase()}s`;
  return (await client.send<{ readonly items: readonly T[] }>("GET", path)).items;
}

function written({ name, namespace, labels }: ManifestMetadata): ManifestMetadata {
  return { name, ...(namespace === undefined ? {} : { namespace }), ...(labels === undefined ? {} : { labels }) };
}

/** Creates an object, or replaces one of its name. */
async function put(client: ApiClient, object: Manifest): Promise<void> {
  await client.send("PUT", apiPaths(object).object, object);
}

async function remove(client: ApiClient, object: Manifest): Promise<void> {
  await client.send("DELETE", apiPaths(object).object, undefined, [404]);
}

async function inParallel<T>(values: readonly T[], act: (value: T) => Promise<unknown>): Promise<void> {
  await Promise.all(values.map(act));
}

/**
 * A server that is replaced by a new one where it does not come to rest. Under load its controllers may fall so far
 * behind that they undo what was written since; whatever a fresh one answers to the same objects is as true.
 */
export async function replaceableServerOracle(assets: string): Promise<ServerOracle> {
  let server = await serverOracle(assets);
  return {
    minor: server.minor,
    async load(objects) {
      try {
        await server.load(objects);
      } catch {
        await server.stop();
        server = await serverOracle(assets);
        await server.load(objects);
      }
    },
    ask: (question) => server.ask(question),
    add: (object) => server.add(object),
    requester: (number) => server.requester(number),
    stop: () => server.stop(),
  };
}
