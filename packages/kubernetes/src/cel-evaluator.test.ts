import { readFileSync } from "node:fs";
import { checkoutPath } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import type { Cel, CelVariable } from "./cel.ts";
import { loadCel } from "./cel.ts";

interface Recorded {
  readonly given: "claims" | "user" | "request" | "pathRequest";
  readonly expression: string;
  /** What the checker says. */
  readonly refused?: string;
  readonly type?: string;
  readonly value?: unknown;
  readonly error?: boolean;
}

const recorded: {
  readonly given: Readonly<Record<string, unknown>>;
  readonly expressions: readonly Recorded[];
} = JSON.parse(readFileSync(checkoutPath("fixtures", "oracle", "cel-expressions.json"), "utf8"));

const cel: Cel = await loadCel();

function variableOf({ given }: Recorded): CelVariable {
  return given === "pathRequest" ? "request" : given;
}

/** What the library has no grammar, types or functions for: neither refused nor evaluated. */
const unsupported = [
  "claims.nested.l.all(i, v, v > 0)",
  "isURL('x')",
  "'x'.find('a')",
  "[1,2].sum()",
  "claims.?groups.optMap(g, g.size()).orValue(0)",
  "'%s-x'.format([claims.sub])",
  "format.dns1123Label().validate('x').hasValue()",
  "quantity('1')",
  "ip('1.1.1.1')",
  "url('https://a/b').getHost()",
  "['b','a'].sort()",
  "['b','a'].isSorted()",
  "claims.groups.distinct()",
  "[?claims.?sub]",
  "{?'a': claims.?sub}",
  "has(claims.?nested.k)",
];

describe("expressions as the API server compiles and evaluates them", () => {
  it.each(recorded.expressions.map((row) => [row.given, row.expression, row] as const))(
    "%s: %s",
    (_g, expression, row) => {
      const compiled = cel.compile(expression, [variableOf(row)]);
      expect(compiled.outcome === "unsupported").toBe(unsupported.includes(expression));
      if (compiled.outcome === "unsupported") return;
      expect(compiled.outcome === "refused").toBe(row.refused !== undefined);
      if (compiled.outcome === "refused") {
        // How a parser words what it did not expect is its own.
        if (!/Syntax error|reserved/.test(row.refused ?? "")) expect(compiled.message).toContain(row.refused);
        return;
      }
      if (!expression.startsWith("type(")) {
        expect(compiled.type).toBe(row.given === "claims" || row.given === "user" ? row.type : compiled.type);
        if (row.type === "bool") expect(compiled.type).toBe("bool");
      }
      const result = compiled.program.evaluate({ [variableOf(row)]: recorded.given[row.given] });
      if (row.error === true) expect(result.outcome).toBe("error");
      // Something optional is no value: a claim or a rule that is one is an error of its own.
      else if (/^optional_type/.test(compiled.type)) expect(result.outcome).toBe("error");
      else if ("value" in row) expect(sorted(result)).toEqual(sorted({ outcome: "value", value: row.value }));
    },
  );

  it("a variable that is not there", () => {
    const compiled = cel.compile("claims.sub == 'x'", ["claims"]);
    expect(compiled.outcome === "compiled" && compiled.program.evaluate({})).toMatchObject({ outcome: "unknown" });
  });

  it.each([
    ["claims.`a-b` == 'x'", "unsupported"],
    ["claims.sub == '.`a-b`'", "compiled"],
    ["claims.`` == 'x'", "refused"],
    ["`claims`.sub == 'x'", "refused"],
  ])("fields in backticks: %s", (expression, outcome) => {
    expect(cel.compile(expression, ["claims"]).outcome).toBe(outcome);
  });

  it.each([
    [
      "claims.email.endsWith('@x') && claims.?email_verified.orValue(true) == true",
      ["claims.email", "claims.email_verified"],
    ],
    ["claims['a'].b == claims[?'c'].orValue('')", ["claims.a.b", "claims.c"]],
    ["true", []],
    ["claims == {}", ["claims"]],
  ])("%s reads %j", (expression, reads) => {
    const compiled = cel.compile(expression, ["claims"]);
    expect(compiled.outcome === "compiled" && compiled.program.reads).toEqual(reads);
  });
});

/** The keys of a map come in no order. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("value" in value) || !Array.isArray(value.value)) return value;
  return { ...value, value: [...value.value].sort() };
}
