import type { ComponentInstance, EffectiveSetting } from "@authgraph/graph";
import { located } from "@authgraph/source";
import { expect, test } from "vitest";
import { booleanSetting, isAbsent } from "./server-settings.ts";

const origin = { kind: "built-in", of: "a test" } as const;

function server(
  setting: Partial<EffectiveSetting> | undefined,
  more: Partial<ComponentInstance> = {},
): ComponentInstance {
  const whole: EffectiveSetting = { name: "x", values: [""], doubt: undefined, layer: "default", origin, ...setting };
  return {
    component: "kube-apiserver",
    instance: "Pod kube-system/kube-apiserver",
    assumed: false,
    path: "a.yaml",
    origin,
    version: located("1.37.2", origin),
    minor: "1.37",
    installer: undefined,
    partial: false,
    settings: new Map(setting === undefined ? [] : [["x", whole]]),
    refusals: [],
    warnings: [],
    ...more,
  };
}

const open = { text: "$ARGS does not set --x", origin };

test.each<[string, ComponentInstance, boolean]>([
  ["unknown to the version", server(undefined), true],
  ["its default", server({ values: ["/var/run"] }), true],
  ["given", server({ layer: "flag", values: ["/etc/x"] }), false],
  ["given by what installs it", server({ layer: "installer", values: ["/etc/x"] }), false],
  ["given and empty, which counts as not given", server({ layer: "flag", values: [""] }), true],
  ["given with a value that nobody knows", server({ layer: "flag", values: undefined, doubt: open }), false],
  ["on part of a command line", server(undefined, { partial: true }), false],
  ["of a server that is assumed", server(undefined, { assumed: true }), false],
])("absent or not: %s", (_, component, absent) => {
  expect(isAbsent(component, "x")).toBe(absent);
});

test.each<[readonly string[] | undefined, boolean | undefined]>([
  [["true"], true],
  [["F"], false],
  [["0"], false],
  [["yes"], undefined],
  [undefined, undefined],
])("truth of %j", (values, truth) => {
  expect(booleanSetting(server({ layer: "flag", values }), "x")?.value).toBe(truth);
});
