import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentInvocation } from "@authgraph/kubernetes";
import { sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

const goldens = sharedPath(..."corpus/flags/static-pods/kubernetes__kops/nodeup/pkg/model/tests/golden".split("/"));

function invocationsOf(path: string, text: string): readonly ComponentInvocation[] {
  const { facts } = parse({ path, text });
  return facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : []));
}

/** The pods that kops' own tests expect of a cluster stand in block scalars, indented by two. */
function pods(text: string): string {
  const documents = text.split(/^---$/m).map((document) => /^contents: \|\n((?: {2}.*\n|\n)*)/m.exec(document)?.[1]);
  return documents.flatMap((pod) => (pod === undefined ? [] : [pod.replace(/^ {2}/gm, "")])).join("---\n");
}

/** What kops makes of the machines and the cloud rather than of a Cluster, and what only goes to the scheduler's lookups. */
const ofMachines =
  /^etcd-servers(?:-overrides)?=https:\/\/\w+\.etcd\.|^feature-gates=InTreePlugin|^authentication-(?:skip|tolerate)-lookup/;

/** Sorted by name: pflag takes flags of different names in any order. */
function flags({ flags }: ComponentInvocation, dedicated: boolean): readonly string[] {
  return flags
    .filter(({ name }) => !(dedicated && name.startsWith("etcd-servers")))
    .map(({ name, value }) => `${name}=${value}`)
    .filter((flag) => !ofMachines.test(flag))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

function nameOf(flag: string): string {
  return flag.split("=", 1)[0] ?? "";
}

describe.skipIf(goldens === undefined)(
  goldens === undefined ? sharedMaterialMissing : "a Cluster of kops starts what kops' own golden files say",
  () => {
    const folder = goldens ?? "";
    const cases = (goldens === undefined ? [] : readdirSync(folder)).flatMap((name) =>
      ["kube-apiserver", "kube-scheduler"].flatMap((component) => {
        const golden = join(folder, name, `tasks-${component}.yaml`);
        return existsSync(golden) ? [{ name, component, golden }] : [];
      }),
    );

    test.each(cases)("$name: $component", ({ name, component, golden }) => {
      const cluster = invocationsOf("cluster.yaml", readFileSync(join(folder, name, "cluster.yaml"), "utf8"));
      const expected = invocationsOf("pod.yaml", pods(readFileSync(golden, "utf8")));
      const of = (all: readonly ComponentInvocation[]): readonly (readonly string[])[] =>
        all.filter((one) => one.component === component).map((one) => flags(one, name === "dedicated-apiserver"));
      expect(of(cluster)).toEqual(of(expected));
      expect(of(expected)).toHaveLength(1);
    });
  },
);
