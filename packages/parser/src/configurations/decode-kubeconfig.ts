import type { Kubeconfig, KubeconfigUser } from "@authgraph/kubernetes";
import { type Origin, textOrigin } from "@authgraph/source";
import { field, flag, itemsOf, type ObjectView, origin, text, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { kubeconfigProblems } from "./kubeconfig-problems.ts";

/** Reads how a kubeconfig reaches servers and what its users prove themselves with, by place alone. */
export function decodeKubeconfig(view: ObjectView, root: NodeId): Kubeconfig {
  return {
    kind: "Kubeconfig",
    origin: origin(view, root),
    clusters: itemsOf(view, field(view, root, "clusters")).map((item) => {
      const cluster = field(view, item, "cluster");
      return {
        name: text(view, field(view, item, "name")),
        origin: origin(view, item),
        server: writtenText(view, field(view, cluster, "server")),
        insecureSkipTlsVerify: flag(view, field(view, cluster, "insecure-skip-tls-verify")),
        // Data win over a file (tools/clientcmd/client_config.go).
        certificateAuthority:
          keyOf(view, cluster, "certificate-authority-data") ?? keyOf(view, cluster, "certificate-authority"),
      };
    }),
    users: itemsOf(view, field(view, root, "users")).map((item) => decodeUser(view, item)),
    contexts: itemsOf(view, field(view, root, "contexts")).map((item) => {
      const context = field(view, item, "context");
      return {
        name: text(view, field(view, item, "name")),
        cluster: text(view, field(view, context, "cluster")),
        user: text(view, field(view, context, "user")),
      };
    }),
    currentContext: writtenText(view, field(view, root, "current-context"))?.value,
    problems: kubeconfigProblems(view, root),
  };
}

function decodeUser(view: ObjectView, item: NodeId): KubeconfigUser {
  const user = field(view, item, "user");
  return {
    name: text(view, field(view, item, "name")),
    origin: origin(view, field(view, item, "name") === 0 ? item : field(view, item, "name")),
    clientCertificate: keyOf(view, user, "client-certificate-data") ?? keyOf(view, user, "client-certificate"),
    clientKeyData: keyOf(view, user, "client-key-data"),
    token: keyOf(view, user, "token"),
    tokenFile: writtenText(view, field(view, user, "tokenFile")),
    password: keyOf(view, user, "password"),
    plugin: keyOf(view, user, "exec") ?? keyOf(view, user, "auth-provider"),
  };
}

/** Where a field that is written and not empty has its name: no place leads to the value. */
function keyOf(view: ObjectView, owner: NodeId, name: string): Origin | undefined {
  const { source, tree } = view;
  const node = field(view, owner, name);
  if (node === 0 || (tree.kind(node) === "string" && tree.scalar(node) === "")) return undefined;
  return textOrigin(source, tree.keyStart(node), tree.keyEnd(node));
}
