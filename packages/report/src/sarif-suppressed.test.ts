import type { Run } from "@authgraph/engine";
import {
  findingOf,
  hop,
  placeOf,
  riskOf,
  runOf,
  type SarifLog,
  sarifFaults,
  sarifProblems,
  sarifSchemaCheck,
  sarifValidatorMissing,
  scanTexts,
} from "@authgraph/testkit";
import type { Log, Result } from "sarif";
import { beforeAll, describe, expect, it } from "vitest";
import { renderSarif } from "./sarif.ts";

const binding = (name: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ${name}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: ${name}} # authgraph: ignore[rbac-cluster-admin-binding] -- break glass, reviewed in March
`;
const texts = {
  "accepted.yaml": binding("ops"),
  "open.yaml": binding("everybody").replace(/ # authgraph.*/, ""),
};

const sarif = (run: Run, suppressed?: boolean): string => [...renderSarif(run, { suppressed })].join("");
const results = (run: Run, suppressed?: boolean): readonly Result[] => {
  const { runs }: Log = JSON.parse(sarif(run, suppressed));
  return runs[0]?.results ?? [];
};
const uris = (all: readonly Result[]): readonly (string | undefined)[] =>
  all.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);

describe("what somebody accepted", () => {
  let run: Run;
  beforeAll(async () => {
    run = await scanTexts(texts);
  });

  it("is not there, for GitHub would show it as open", () => {
    expect(uris(results(run))).toEqual(["open.yaml"]);
    expect(results(run)[0]?.suppressions).toBeUndefined();
  });

  it("is there on request, after what is open, with its reason and where that stands", () => {
    const all = results(run, true);
    expect(uris(all)).toEqual(["open.yaml", "accepted.yaml"]);
    expect(all[0]?.suppressions).toBeUndefined();
    expect(all[1]?.suppressions).toMatchObject([
      {
        kind: "inSource",
        status: "accepted",
        justification: "break glass, reviewed in March",
        location: { physicalLocation: { artifactLocation: { uri: "accepted.yaml" }, region: { startLine: 6 } } },
      },
    ]);
  });

  it("is valid", ({ skip }) => {
    const log: SarifLog = JSON.parse(sarif(run, true));
    expect(sarifFaults(log, texts)).toEqual([]);
    skip(sarifValidatorMissing !== undefined, sarifValidatorMissing);
    expect(sarifSchemaCheck()(log)).toEqual([]);
    expect(sarifProblems(new Map([["accepted", sarif(run, true)]]))).toEqual([]);
  });
});

it("what is accepted in the line of an open finding of its rule is no result: the two would be one alert", () => {
  const source = { path: "a.yaml", text: "subjects: [{name: a}, {name: b}]\n" };
  const by = {
    suppression: {
      form: "configuration",
      key: "k",
      origin: placeOf(source, "a"),
      label: "Group b",
      selects: "Group b",
      rules: [],
      reason: "known",
      until: undefined,
    },
    state: "used",
    risks: 1,
    detail: undefined,
    unusedRules: [],
    broken: undefined,
  } as const;
  const run = runOf([findingOf(hop(source, "a}", "bound"))], {
    suppressed: [{ cluster: "default", risk: riskOf(hop(source, "b}", "bound")), by }],
  });
  expect(results(run, true)).toHaveLength(1);
});
