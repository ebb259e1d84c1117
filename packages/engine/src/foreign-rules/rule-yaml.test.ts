import { readFileSync } from "node:fs";
import { readDocuments, toJsonValue } from "@authgraph/parser";
import { positionAt } from "@authgraph/source";
import { checkoutPath, schemaCheck } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { requiredFields, ruleFields } from "./rule-fields.ts";
import { readRuleYaml } from "./rule-yaml.ts";

const schema = JSON.parse(readFileSync(checkoutPath("packages/rules/src/rule.schema.json"), "utf8"));
const holds = schemaCheck(schema);

const good = `id: house-no-wildcards
title: A wildcard in a role of ours
severity: medium
since: 1.0.0
why: Wildcards give what nobody has thought of, and more with each release of what is installed.
remedy: List the resources and the verbs that are needed.
references: [https://kubernetes.io/docs/]
`;

function parsed(text: string): unknown {
  let value: unknown;
  readDocuments(text, "component-config", (document) => {
    if (document.outcome === "value") value = JSON.parse(JSON.stringify(toJsonValue(document.tree), plain));
  });
  return value;
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

/** The problems of a text, each with its line and column. */
function problems(text: string): readonly string[] {
  const result = readRuleYaml({ path: "rule.yaml", text });
  if (result.outcome === "read") return [];
  return result.problems.map(({ origin, message }) => {
    if (origin.kind !== "text") throw new Error("a problem without a place");
    const { line, column } = positionAt(origin.source, origin.start);
    return `${line}:${column} ${message}`;
  });
}

test("the fields are those of the schema", () => {
  const { properties, required } = JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === "description" && typeof value === "string" ? undefined : value,
    ),
  );
  expect(ruleFields).toEqual(properties);
  expect(requiredFields).toEqual(required);
});

test("what may be left out has its default", () => {
  const result = readRuleYaml({ path: "rule.yaml", text: good });
  expect(result).toMatchObject({
    outcome: "read",
    metadata: { id: "house-no-wildcards", extended: false, needs: [], controls: [], aliases: [], tags: [] },
  });
});

test("parameters are read", () => {
  const parameter = { name: "most", default: 3, min: 1, description: "how many are enough" };
  const text = `${good}parameters: [${JSON.stringify(parameter)}]\n`;
  expect(readRuleYaml({ path: "rule.yaml", text })).toMatchObject({ metadata: { parameters: [parameter] } });
  expect(holds(parsed(text))).toEqual([]);
});

describe("what is wrong is told at its place, where the schema says so too", () => {
  test.each([
    ["no mapping", "- a\n", ["1:1 it must be a mapping"]],
    [
      "an unknown field",
      `${good}sevrity: high\n`,
      [expect.stringMatching(/^8:1 "sevrity" is no field of a rule: id, /)],
    ],
    ["a missing field", good.replace(/^why:.*\n/m, ""), ["1:1 why is missing"]],
    [
      "an id of one word",
      good.replace("house-no-wildcards", "wildcards"),
      [expect.stringMatching(/^1:5 id must match /)],
    ],
    [
      "no severity of ours",
      good.replace("medium", "Medium"),
      ["3:11 severity must be one of critical, high, medium, low, info"],
    ],
    ["a version that is a number", good.replace("1.0.0", "1.0"), ["4:8 since must be text"]],
    ["a full stop", good.replace("of ours", "of ours."), ["2:8 title must match [^.]$"]],
    [
      "too few words",
      good.replace(/^why:.*$/m, "why: 权限 why not"),
      ["5:6 why must have at least 40 characters, not 10"],
    ],
    ["no reference", good.replace(/\[http.*\]/, "[]"), ["7:13 references must name at least one"]],
    ["a reference that is no URL", good.replace(/\[http.*\]/, "[docs/x]"), ["7:14 references must name URLs"]],
    ["a list that is none", `${good}needs: kubelet\n`, ["8:8 needs must be a list"]],
    ["an unknown need", `${good}needs: [kubelet, nodes]\n`, [expect.stringMatching(/^8:18 needs must be one of /)]],
    ["one need twice", `${good}needs: [kubelet, kubelet]\n`, ['8:18 needs has "kubelet" twice']],
    [
      "a parameter that is none",
      `${good}parameters: [most]\n`,
      [expect.stringMatching(/^8:14 parameters must be mappings /)],
    ],
    [
      "a parameter of another type",
      `${good}parameters:\n- {name: most, default: "3", min: 1.5, description: how many are enough, max: 7}\n`,
      [
        "9:25 parameters default must be a whole number",
        "9:35 parameters min must be a whole number",
        '9:79 parameters have no "max": name, default, min, description',
      ],
    ],
    [
      "half a parameter",
      `${good}parameters:\n- {name: most, default: 3, min: 1}\n`,
      ["9:3 parameters must have description"],
    ],
    ["a mapping among words", `${good}tags: [{a: b}]\n`, ["8:8 tags must be text"]],
    ["yes for true", `${good}extended: "true"\n`, ["8:11 extended must be true or false"]],
  ])("%s", (_what, text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(holds(parsed(text))).not.toEqual([]);
  });

  test.each([
    ["nothing", "# nothing\n", /^1:1 it is empty$/],
    ["no YAML", "id: [\n", /^\d+:\d+ /],
    ["one key twice", `${good}id: house-other-rule\n`, /"id"/],
  ])("%s", (_what, text, expected) => {
    expect(problems(text)).toEqual([expect.stringMatching(expected)]);
  });
});
