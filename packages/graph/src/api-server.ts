import type { ComponentConfiguration, ComponentInvocation, Flag } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { readAnonymous } from "./control-plane/anonymous-access.ts";
import { readAuthorization } from "./control-plane/authorization-modes.ts";
import { configurationFile } from "./control-plane/configuration-file.ts";
import { givenFlag, refuse, type ServerBeingRead, startReading } from "./control-plane/server-being-read.ts";
import type { ApiServer, Assumption, Inventory, Placed } from "./types.ts";

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
    const server = startReading(inventory, path, value);
    servers.push(readServer(server));
    for (const configuration of configurationsOf(startReading(inventory, path, value))) named.add(configuration);
  }
  for (const configuration of inventory.configurations) {
    if (!named.has(configuration.value)) servers.push(serverOfFile(inventory, configuration));
  }
  return servers.length > 0 ? servers : [assumedServer(inventory)];
}

function readServer(server: ServerBeingRead): ApiServer {
  const { invocation } = server;
  refusePositional(server);
  const authorization = readAuthorization(server);
  const anonymous = readAnonymous(server, authorization.alwaysAllowByFlag);
  const tokenFile = givenFlag(server, "token-auth-file");
  const hasTokenFile = tokenFile.given === "yes" && tokenFile.value !== "";
  return {
    instance: invocation.instance,
    assumed: false,
    origin: invocation.origin,
    version: invocation.version,
    anonymous,
    authorization: authorization.setting,
    tokenAuthFile: hasTokenFile ? located(tokenFile.value, tokenFile.flag.origin) : undefined,
    refusals: server.refusals,
  };
}

/** cmd/kube-apiserver/app/server.go: NewAPIServerCommand, Args. */
function refusePositional(server: ServerBeingRead): void {
  const { positional } = server.invocation;
  const [first] = positional;
  if (first === undefined) return;
  const words = positional.map(({ value }) => JSON.stringify(value)).join(" ");
  refuse(server, `"kube-apiserver" does not take any arguments, got [${words}]`, first.origin);
}

function configurationsOf(server: ServerBeingRead): readonly ComponentConfiguration[] {
  const found: ComponentConfiguration[] = [];
  const authentication = configurationFile(server, authenticationFlag, "AuthenticationConfiguration");
  if (authentication.outcome === "found") found.push(authentication.configuration);
  const authorization = configurationFile(server, authorizationFlag, "AuthorizationConfiguration");
  if (authorization.outcome === "found") found.push(authorization.configuration);
  return found;
}

/** The server that uses a configuration file: as if a flag named it, everything else assumed. */
function serverOfFile(inventory: Inventory, { path, value }: Placed<ComponentConfiguration>): ApiServer {
  const { origin } = value;
  const alone = { ...inventory, paths: [path], configurations: [{ path, value }] };
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
    startReading(inventory, "", {
      component: "kube-apiserver",
      instance: "assumed",
      origin,
      version: undefined,
      flags: [assumedModes],
      positional: [],
    }),
  );
  return { ...server, assumed: true, origin: undefined };
}

/** What had to be assumed about the servers, each said once. */
export function assumptionsOf(servers: readonly ApiServer[]): readonly Assumption[] {
  const assumptions = new Map<string, Assumption>();
  for (const { assumed, anonymous, authorization } of servers) {
    if (assumed)
      add({
        text: "kube-apiserver runs with --authorization-mode=Node,RBAC and the defaults of its version",
        origin: undefined,
      });
    if (anonymous.value.access === "unknown") add(anonymous.value.assumption);
    if (!authorization.value.known) add(authorization.value.assumption);
  }
  return [...assumptions.values()];

  function add(assumption: Assumption): void {
    assumptions.set(assumption.text, assumption);
  }
}
