import { goUrl, type KubeconfigProblem, pemBlocksOf } from "@authgraph/kubernetes";
import { quoted } from "../objects/field-error.ts";
import { field, flag, itemsOf, type ObjectView, origin, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/**
 * Why no client can be made of a kubeconfig's current context (k8s.io/client-go tools/clientcmd: ConfirmUsable,
 * validateAuthInfo, validateClusterInfo; rest.TLSConfigFor, DefaultServerURL). Files that it names are not looked at.
 */
export function kubeconfigProblems(view: ObjectView, root: NodeId): readonly KubeconfigProblem[] {
  // What is filled in later may be anything.
  if (/\{\{|\$\{|\$\(|<[a-z]/i.test(view.source.text)) return [];
  const at = (node: NodeId) => origin(view, node === 0 ? root : node);
  const repeated = repeatedName(view, root);
  if (repeated !== undefined) return [repeated];
  const current = field(view, root, "current-context");
  const name = text(view, current);
  const context = name === "" ? undefined : named(view, root, "contexts", name);
  const details = context === undefined ? 0 : field(view, context, "context");
  const userName = text(view, field(view, details, "user"));
  const clusterName = text(view, field(view, details, "cluster"));
  const user = named(view, root, "users", userName);
  const cluster = field(view, named(view, root, "clusters", clusterName) ?? 0, "cluster");

  const problems: KubeconfigProblem[] = [];
  if (name !== "" && context === undefined) {
    problems.push({ message: `context was not found for specified context: ${name}`, origin: at(current) });
  }
  const methods = user === undefined ? [] : userProblems(view, field(view, user, "user"), userName);
  problems.push(...methods.map((message) => ({ message, origin: at(user ?? 0) })));
  if (cluster === 0 || itemsOf(view, cluster).length === 0) {
    const message = problems.length === 0 ? noConfiguration : "cluster has no server defined";
    problems.push({ message, origin: at(current) });
  } else if (text(view, field(view, cluster, "server")) === "") {
    problems.push({ message: `no server found for cluster ${quoted(clusterName)}`, origin: at(cluster) });
  }
  if (problems.length > 0) {
    return problems.map((problem) => ({ ...problem, message: `invalid configuration: ${problem.message}` }));
  }
  return clusterProblems(view, cluster).map((message) => ({ message, origin: at(cluster) }));
}

/** tools/clientcmd/api/v1/conversion.go: each list becomes a map. */
function repeatedName(view: ObjectView, root: NodeId): KubeconfigProblem | undefined {
  const lists = [
    ["users", "NamedAuthInfo", "AuthInfo"],
    ["clusters", "NamedCluster", "Cluster"],
    ["contexts", "NamedContext", "Context"],
  ] as const;
  for (const [list, named, type] of lists) {
    const seen = new Set<string>();
    for (const item of itemsOf(view, field(view, root, list))) {
      const name = text(view, field(view, item, "name"));
      if (seen.has(name)) {
        const message = `error converting *[]${named} into *map[string]*api.${type}: duplicate name ${quoted(name)} in list`;
        return { message, origin: origin(view, item) };
      }
      seen.add(name);
    }
  }
  return undefined;
}

/** What it says of one that is empty. */
export const noConfiguration = "no configuration has been provided, try setting KUBERNETES_MASTER environment variable";

function named(view: ObjectView, root: NodeId, list: string, name: string): NodeId | undefined {
  return itemsOf(view, field(view, root, list)).find((item) => text(view, field(view, item, "name")) === name);
}

/** Nothing is told of the values but whether they are there. */
function userProblems(view: ObjectView, user: NodeId, name: string): readonly string[] {
  const has = (...fields: readonly string[]) => fields.some((one) => text(view, field(view, user, one)) !== "");
  const problems: string[] = [];
  if (has("client-certificate", "client-certificate-data")) {
    if (has("client-certificate") && has("client-certificate-data"))
      problems.push(`client-cert-data and client-cert are both specified for ${name}. client-cert-data will override.`);
    if (has("client-key") && has("client-key-data"))
      problems.push(`client-key-data and client-key are both specified for ${name}; client-key-data will override`);
    if (!has("client-key", "client-key-data"))
      problems.push(
        `client-key-data or client-key must be specified for ${name} to use the clientCert authentication method.`,
      );
  }
  const plugin = field(view, user, "exec");
  if (plugin !== 0) {
    if (field(view, user, "auth-provider") !== 0)
      problems.push(`authProvider cannot be provided in combination with an exec plugin for ${name}`);
    for (const one of ["command", "apiVersion", "interactiveMode"]) {
      if (text(view, field(view, plugin, one)) !== "") continue;
      problems.push(`${one} must be specified for ${name} to use exec authentication plugin`);
    }
  }
  if (has("token") && has("username", "password")) {
    const found = "found [token basicAuth], only one is allowed";
    problems.push(`more than one authentication method found for ${name}; ${found}`);
  }
  return problems;
}

function clusterProblems(view: ObjectView, cluster: NodeId): readonly string[] {
  const data = text(view, field(view, cluster, "certificate-authority-data"));
  const authority = data !== "" || text(view, field(view, cluster, "certificate-authority")) !== "";
  if (authority && flag(view, field(view, cluster, "insecure-skip-tls-verify"))?.value === true) {
    return ["specifying a root certificates file with the insecure flag is not allowed"];
  }
  const server = text(view, field(view, cluster, "server"));
  if (server.includes("://") && goUrl(server).outcome === "refused") {
    return [`host must be a URL or a host:port pair: ${quoted(server)}`];
  }
  const blocks = [...pemBlocksOf(Buffer.from(data, "base64").toString("latin1"))];
  return data === "" || blocks.some((block) => block.kind === "public" && block.type === "CERTIFICATE")
    ? []
    : ["unable to load root certificates: unable to parse bytes as PEM block"];
}
