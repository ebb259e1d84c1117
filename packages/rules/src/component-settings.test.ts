import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { isUnset, knownBoolean, knownSetting, startedComponents } from "./component-settings.ts";

function manager(...flags: readonly string[]) {
  const command = ["kube-controller-manager", "--kubeconfig=/etc/kcm.conf", ...flags]
    .map((word) => JSON.stringify(word))
    .join(", ");
  const graph = graphOfText(`
apiVersion: v1
kind: Pod
metadata: {name: kube-controller-manager, namespace: kube-system}
spec:
  containers:
  - {name: kube-controller-manager, command: [${command}]}
`);
  const [instance] = startedComponents(graph, "kube-controller-manager");
  if (instance === undefined) throw new Error("no controller manager");
  return instance;
}

describe("a setting of a component", () => {
  test.each([
    ["written", ["--leader-elect=false"], { value: "false", absent: false }],
    ["the last one of several", ["--leader-elect=false", "--leader-elect"], { value: "true", absent: false }],
    ["the program's default", ["--profiling=false"], { value: "fallback", absent: true }],
  ])("%s", (_name, flags, expected) => {
    expect(knownSetting(manager(...flags), "leader-elect", "fallback")).toMatchObject(expected);
  });

  test.each([
    ["whose value is not among the inputs", ["--leader-elect=$(ELECT)"]],
    ["that a variable may hold", ["$(EXTRA_ARGS)"]],
  ])("is not known %s", (_name, flags) => {
    expect(knownSetting(manager(...flags), "leader-elect", "true")).toBeUndefined();
    expect(isUnset(manager(...flags), "leader-elect")).toBe(false);
  });

  test("is not known where the command line is an excerpt", () => {
    const graph = graphOfText(`
apiVersion: v1
kind: Pod
metadata: {name: x}
spec: {containers: [{name: x, command: [kube-scheduler, --profiling=false]}]}
`);
    const [scheduler] = startedComponents(graph, "kube-scheduler");
    expect(scheduler && knownSetting(scheduler, "bind-address", "0.0.0.0")).toBeUndefined();
    expect(scheduler && knownSetting(scheduler, "profiling", "true")?.value).toBe("false");
  });

  test.each([
    ["--profiling=T", true],
    ["--profiling=0", false],
    ["--profiling", true],
    ["--profiling=perhaps", undefined],
  ])("%s as a boolean", (flag, on) => {
    expect(knownBoolean(manager(flag), "profiling", true)?.on).toBe(on);
  });
});
