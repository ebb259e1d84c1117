import type {
  AuthenticationConfiguration,
  AuthorizationConfiguration,
  ComponentConfiguration,
  ComponentInvocation,
  Flag,
} from "@authgraph/kubernetes";
import { readAdmissionPlugins } from "./control-plane/admission-plugins.ts";
import { readAnonymous } from "./control-plane/anonymous-access.ts";
import { readAudit, readEncryption } from "./control-plane/audit-and-encryption.ts";
import { readAuthenticators } from "./control-plane/authenticators.ts";
import { readAuthorization } from "./control-plane/authorization-modes.ts";
import { withFileSettings } from "./control-plane/file-settings.ts";
import { readFeatureGates } from "./control-plane/gates-set.ts";
import { lookUpFile } from "./control-plane/named-file.ts";
import { onPlatform, otherAuthorizerOf } from "./control-plane/platform-server.ts";
import { refuseApiServer } from "./control-plane/refusals/api-server.ts";
import { givenText, instanceOf, type ServerBeingRead, startReading } from "./control-plane/server-being-read.ts";
import type { AccessGraph, ApiServer, Assumption, Inventory } from "./types.ts";

/**
 * Every kube-apiserver that the inputs describe; one assumed where they describe none.
 *
 * A configuration file that no command line of the inputs names still is some server's: it is read as one of its own,
 * of which only that file is known.
 */
export function readApiServers(inventory: Inventory): readonly ApiServer[] {
  const servers: ApiServer[] = [];
  const named = new Set<ComponentConfiguration>();
  for (const { path, value } of inventory.invocations) {
    if (value.component !== "kube-apiserver") continue;
    const invocation = withAssumedModes(inventory, value);
    servers.push(readServer(startReading(inventory, path, invocation)));
    for (const configuration of configurationsOf(startReading(inventory, path, value))) named.add(configuration);
  }
  for (const configuration of inventory.configurations) {
    const { kind } = configuration.value;
    if (kind !== "AuthenticationConfiguration" && kind !== "AuthorizationConfiguration") continue;
    if (!named.has(configuration.value)) servers.push(serverOfFile(inventory, configuration.path, configuration.value));
  }
  return servers.length > 0 ? servers : [assumedServer(inventory)];
}

function readServer(server: ServerBeingRead): ApiServer {
  const { inventory, invocation } = server;
  refuseApiServer(server);
  const authorization = readAuthorization(server);
  const anonymous = readAnonymous(server, authorization.alwaysAllowByFlag);
  const { authenticators, doubts } = readAuthenticators(server);
  const rest = {
    featureGates: readFeatureGates(server),
    anonymous,
    authorization: authorization.setting,
    authenticators,
    authenticatorDoubts: doubts,
    authorizers: authorization.authorizers,
    otherAuthorizer: otherAuthorizerOf(inventory.platform),
    admissionPlugins: readAdmissionPlugins(server),
    audit: readAudit(server),
    encryption: readEncryption(server),
    tokenAuthFile: givenText(server, "token-auth-file"),
  };
  return {
    ...instanceOf(server, withFileSettings(server)),
    ...rest,
    partial: server.lacking.length > 0 || invocation.unresolved !== undefined,
    lacking: invocation.unresolved !== undefined || isPart(invocation) ? [] : server.lacking,
  };
}

/** No server starts without this flag: where it is missing, the others are not all of them either. */
function isPart({ flags, unresolved }: ComponentInvocation): boolean {
  return unresolved === undefined && !flags.some(({ name }) => name === "etcd-servers");
}

/**
 * Part of a command line (the arguments that an installer adds to its own, a snippet) says nothing by what is not in
 * it: the default of an absent mode, AlwaysAllow, would be read into nearly all of them, and be wrong.
 */
function withAssumedModes(inventory: Inventory, invocation: ComponentInvocation): ComponentInvocation {
  const { flags } = invocation;
  if (inventory.complete || !isPart(invocation)) return invocation;
  if (flags.some(({ name }) => name === "authorization-mode" || name === authorizationFlag)) return invocation;
  return { ...invocation, flags: [...flags, assumedModes] };
}

/** The files that a command line names, whether or not its server would start. */
function configurationsOf(server: ServerBeingRead): readonly ComponentConfiguration[] {
  const files = [
    [authenticationFlag, "AuthenticationConfiguration"],
    [authorizationFlag, "AuthorizationConfiguration"],
  ] as const;
  return files.flatMap(([flag, kind]): readonly ComponentConfiguration[] => {
    const path = givenText(server, flag);
    const found = path && lookUpFile(server, flag, path, kind);
    return found?.outcome === "read" ? [found.value] : [];
  });
}

/** The server that uses a configuration file: as if a flag named it, everything else assumed. */
function serverOfFile(
  inventory: Inventory,
  path: string,
  value: AuthenticationConfiguration | AuthorizationConfiguration,
): ApiServer {
  const { origin } = value;
  const alone = { ...inventory, complete: false, paths: [path], configurations: [{ path, value }] };
  const invocation = (flags: readonly Flag[]): ComponentInvocation => ({
    component: "kube-apiserver",
    instance: `kube-apiserver configured by ${path}`,
    origin,
    version: undefined,
    flags,
    positional: [],
  });
  switch (value.kind) {
    case "AuthenticationConfiguration":
      return readServer(startReading(alone, path, invocation([configurationFlag(authenticationFlag), assumedModes])));
    case "AuthorizationConfiguration":
      return readServer(startReading(alone, path, invocation([configurationFlag(authorizationFlag)])));
  }

  function configurationFlag(name: string): Flag {
    return { name, value: path, origin, unresolved: false };
  }
}

const authenticationFlag = "authentication-config";
const authorizationFlag = "authorization-config";

/** Not the server's default, which would allow everything, but what kubeadm and the managed platforms start it with. */
const assumedModes: Flag = {
  name: "authorization-mode",
  value: "Node,RBAC",
  origin: { kind: "built-in", of: "the usual --authorization-mode" },
  unresolved: false,
};

function assumedServer(inventory: Inventory): ApiServer {
  const { origin } = assumedModes;
  const server = readServer(
    startReading({ ...inventory, complete: false }, "", {
      component: "kube-apiserver",
      instance: "assumed",
      origin,
      version: undefined,
      flags: [assumedModes],
      positional: [],
    }),
  );
  return onPlatform({ ...server, assumed: true, origin: undefined }, inventory.platform);
}

/**
 * The graph as far as servers that come up are concerned: nobody asks one that refuses to start. Where all are refused,
 * one is assumed, as where the inputs describe none.
 */
export function withoutRefusedServers(graph: AccessGraph): AccessGraph {
  const refused = graph.apiServers.filter(({ refusals }) => refusals.length > 0);
  if (refused.length === 0) return graph;
  const starting = graph.apiServers.filter(({ refusals }) => refusals.length === 0);
  const apiServers = starting.length > 0 ? starting : [assumedServer(graph.inventory)];
  const leftOut = refused.map(
    ({ instance, origin }): Assumption => ({ text: `${instance} would not start and is left out`, origin }),
  );
  return { ...graph, apiServers, assumptions: [...leftOut, ...assumptionsOf(apiServers)] };
}

/** What had to be assumed about the servers, each said once. */
export function assumptionsOf(servers: readonly ApiServer[]): readonly Assumption[] {
  const assumptions = new Map<string, Assumption>();
  for (const { assumed, instance, origin, anonymous, authorization, authenticatorDoubts } of servers) {
    if (authorization.origin === assumedModes.origin) {
      const defaults = assumed ? " and the defaults of its version" : "";
      const server = assumed && instance === "assumed" ? "kube-apiserver" : instance;
      add({ text: `${server} runs with --authorization-mode=Node,RBAC${defaults}`, origin });
    }
    if (anonymous.value.access === "unknown") add(anonymous.value.assumption);
    if (!authorization.value.known) add(authorization.value.assumption);
    for (const doubt of authenticatorDoubts) add(doubt);
  }
  return [...assumptions.values()];

  function add(assumption: Assumption): void {
    assumptions.set(assumption.text, assumption);
  }
}
