import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, { id: "path-node-to-workloads", kinds: ["reach-kubelet", "mount-host-path", "node-credential"] });
