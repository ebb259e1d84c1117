import type { ComponentInvocation } from "@authgraph/kubernetes";
import { expect, test } from "vitest";
import { apiServer, authentication, graphOf } from "../written-cluster.ts";
import { compareAccess } from "./compare-access.ts";

const second: Partial<ComponentInvocation> = { instance: "Pod kube-system/second" };
const modes = "--authorization-mode=Node,RBAC";

const nothing: readonly string[] = [];
const none: readonly ComponentInvocation[] = [];

test.each<{
  name: string;
  before: readonly ComponentInvocation[];
  after: readonly ComponentInvocation[];
  told: readonly string[];
}>([
  { name: "the same", before: [apiServer(modes)], after: [apiServer(`--anonymous-auth=true ${modes}`)], told: nothing },
  {
    name: "the same two descriptions of one server, which disagree",
    before: [apiServer(modes), apiServer("--authorization-mode=RBAC")],
    after: [apiServer(modes), apiServer("--authorization-mode=RBAC")],
    told: nothing,
  },
  { name: "what was assumed before", before: none, after: [apiServer(modes)], told: nothing },
  {
    name: "anonymous requests",
    before: [apiServer(`--anonymous-auth=false ${modes}`)],
    after: [apiServer(modes)],
    told: ["wider: Pod kube-system/kube-apiserver: anonymous requests: refused -> let in"],
  },
  {
    name: "no anonymous requests",
    before: none,
    after: [apiServer(`--anonymous-auth=false ${modes}`)],
    told: ["Pod kube-system/kube-apiserver: anonymous requests: let in -> refused"],
  },
  {
    name: "no authorization",
    before: [apiServer(modes)],
    after: [apiServer("--anonymous-auth=false --authorization-mode=AlwaysAllow")],
    told: [
      "Pod kube-system/kube-apiserver: anonymous requests: let in -> refused",
      "wider: Pod kube-system/kube-apiserver: authorization modes: Node, RBAC -> AlwaysAllow",
    ],
  },
  {
    name: "a mode less",
    before: [apiServer("--authorization-mode=Node,RBAC,Webhook")],
    after: [apiServer(modes)],
    told: ["Pod kube-system/kube-apiserver: authorization modes: Node, RBAC, Webhook -> Node, RBAC"],
  },
  {
    name: "a webhook that is asked later",
    before: [apiServer("--authorization-mode=Webhook,RBAC")],
    after: [apiServer("--authorization-mode=RBAC,Webhook")],
    told: ["wider: Pod kube-system/kube-apiserver: authorization modes: Webhook, RBAC -> RBAC, Webhook"],
  },
  {
    name: "a token file",
    before: [apiServer(modes)],
    after: [apiServer(`${modes} --token-auth-file=/etc/tokens.csv`)],
    told: ["wider: Pod kube-system/kube-apiserver: token file: none -> /etc/tokens.csv"],
  },
  {
    name: "a second server",
    before: [apiServer(modes)],
    after: [apiServer(modes), apiServer(modes.replace("Node,RBAC", "AlwaysAllow"), second)],
    told: [
      "Pod kube-system/second: anonymous requests: let in -> refused",
      "wider: Pod kube-system/second: authorization modes: Node, RBAC -> AlwaysAllow",
    ],
  },
  {
    name: "a server that is described no longer",
    before: [apiServer(`--anonymous-auth=false ${modes}`)],
    after: none,
    told: ["wider: Pod kube-system/kube-apiserver: anonymous requests: refused -> let in"],
  },
])("$name", ({ before, after, told }) => {
  const { settings } = compareAccess(graphOf({ "a.yaml": before }), graphOf({ "a.yaml": after }));
  expect(
    settings.map(({ setting, before, after, wider }) => `${wider ? "wider: " : ""}${setting}: ${before} -> ${after}`),
  ).toEqual(told);
});

test.each<[before: readonly string[], after: readonly string[], wider: boolean | undefined]>([
  [["/livez"], ["/livez"], undefined],
  [["/livez"], ["/livez", "/healthz"], true],
  [["/livez", "/healthz"], ["/livez"], false],
  [["/livez"], ["/healthz"], true],
])("anonymous requests at %s, then at %s", (before, after, wider) => {
  const graph = (paths: readonly string[]) =>
    graphOf({
      "a.yaml": [apiServer(`${modes} --authentication-config=/etc/authn.yaml`)],
      "etc/authn.yaml": [authentication({ enabled: true, paths })],
    });
  expect(compareAccess(graph(before), graph(after)).settings.map((change) => change.wider)).toEqual(
    wider === undefined ? [] : [wider],
  );
});
