import {
  type CelInput,
  type CelValue,
  celEnv,
  isCelError,
  isCelList,
  isCelMap,
  isCelType,
  isCelUint,
  parse,
  plan,
} from "@bufbuild/cel";
import { checkExpression } from "./cel/check.ts";
import { type Expression, nameOf, partsOf, textOf } from "./cel/expressions.ts";
import { extensions, isOptional, notModelled } from "./cel/extensions.ts";
import { hasEscapedField, optionalIndex, optionalSelect, withoutOptionalSyntax } from "./cel/optional-syntax.ts";
import { printType } from "./cel/types.ts";
import { serverValue } from "./cel/variables.ts";
import type { Cel, CelCompilation, CelProgram, CelResult, CelVariable } from "./cel.ts";

/** Expressions as the API server's environments compile and evaluate them, over a library that parses and evaluates. */
export const cel: Cel = { compile };

const environment = celEnv({ funcs: extensions });

function compile(expression: string, variables: readonly CelVariable[]): CelCompilation {
  if (hasEscapedField(expression)) return { outcome: "unsupported", reason: "fields in backticks" };
  const rewritten = withoutOptionalSyntax(expression);
  if (rewritten === undefined) return { outcome: "unsupported", reason: "optional elements of lists and maps" };
  const parsed = parsedOrProblem(rewritten);
  if (typeof parsed === "string") {
    return { outcome: "refused", message: `compilation failed: ERROR: <input>${parsed}` };
  }
  const checked = checkExpression(parsed, variables);
  switch (checked.outcome) {
    case "refused":
      return { outcome: "refused", message: `compilation failed: ERROR: <input>: ${checked.problem}` };
    case "unsupported":
      return checked;
    case "typed": {
      const pattern = patternsOf(parsed).find((one) => !isPattern(one));
      if (pattern !== undefined) {
        return { outcome: "refused", message: "compilation failed: ERROR: <input>: invalid matches argument" };
      }
      return {
        outcome: "compiled",
        type: printType(checked.type),
        program: programOf(expression, parsed, variables),
      };
    }
  }
}

/** Regular expressions that stand in an expression as such. */
function patternsOf(root: Expression): readonly string[] {
  const patterns: string[] = [];
  const open: Expression[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    open.push(...partsOf(next));
    const { exprKind } = next;
    if (exprKind.case !== "callExpr" || exprKind.value.function !== "matches") continue;
    const pattern = textOf(exprKind.value.args.at(-1));
    if (pattern !== undefined) patterns.push(pattern);
  }
  return patterns;
}

const matching = parse("''.matches(pattern)");

function isPattern(pattern: string): boolean {
  try {
    return !isCelError(plan(environment, matching)({ pattern }));
  } catch {
    return false;
  }
}

/** The tree, or where and why there is none. */
function parsedOrProblem(expression: string): Expression | string {
  try {
    // A comment needs an end.
    return parse(`${expression}\n`).expr;
  } catch (error) {
    const [, at = ":1:1", detail = ""] = /^<input>(:\d+:\d+): (.*)$/s.exec(messageOf(error)) ?? [];
    return `${at}: Syntax error: ${detail}`;
  }
}

function programOf(expression: string, parsed: Expression, variables: readonly CelVariable[]): CelProgram {
  const reads = readPaths(parsed, new Set<string>(variables));
  const used = variables.filter((name) => reads.some((path) => path === name || path.startsWith(`${name}.`)));
  let run: ReturnType<typeof plan> | undefined;
  return {
    reads,
    evaluate(values) {
      const absent = used.find((name) => values[name] === undefined);
      if (absent !== undefined) return { outcome: "unknown", reason: `${absent} of ${expression}` };
      try {
        run ??= plan(environment, parsed);
        const bound = Object.fromEntries(used.map((name) => [name, asInput(serverValue(name, values[name]))]));
        return resultOf(run(bound));
      } catch (error) {
        return failed(messageOf(error), expression);
      }
    },
  };

  function resultOf(result: unknown): CelResult {
    if (isCelError(result)) return failed(result.message, expression);
    if (isCelMap(result) && isOptional(result)) return { outcome: "error", message: "the value is an optional one" };
    return { outcome: "value", value: asData(result) };
  }
}

function failed(message: string, expression: string): CelResult {
  return message.includes(notModelled)
    ? { outcome: "unknown", reason: `what ${expression} compares` }
    : { outcome: "error", message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** `claims.email`, `user.extra.k`: fields taken of variables, whatever the form of taking them. */
function readPaths(root: Expression, variables: ReadonlySet<string>): readonly string[] {
  const paths = new Set<string>();
  const open: Expression[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const path = pathOf(next, variables);
    if (path === undefined) open.push(...partsOf(next));
    else paths.add(path);
  }
  return [...paths].sort();
}

function pathOf(expression: Expression, variables: ReadonlySet<string>): string | undefined {
  const name = nameOf(expression);
  if (name !== undefined) return variables.has(name) ? name : undefined;
  const { exprKind } = expression;
  if (exprKind.case === "selectExpr" && exprKind.value.operand !== undefined) {
    const of = pathOf(exprKind.value.operand, variables);
    return of === undefined ? undefined : `${of}.${exprKind.value.field}`;
  }
  if (exprKind.case !== "callExpr") return undefined;
  const { function: called, target, args } = exprKind.value;
  const isSelect = called === optionalSelect || called === optionalIndex;
  const owner = called === "_[_]" ? args[0] : isSelect ? target : undefined;
  const field = textOf(called === "_[_]" ? args[1] : args[0]);
  if (owner === undefined || field === undefined) return undefined;
  const of = pathOf(owner, variables);
  return of === undefined ? undefined : `${of}.${field}`;
}

/** JSON as the library takes it: objects as maps, so that any key is one. */
function asInput(value: unknown): CelInput {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (Array.isArray(value)) return value.map(asInput);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [String(key), asInput(one)]));
  if (typeof value === "object") return new Map(Object.entries(value).map(([key, one]) => [key, asInput(one)]));
  return null;
}

/** Back to JSON; whole numbers as numbers. */
function asData(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (isCelType(value)) return value.name;
  if (isCelUint(value)) return Number(value.value);
  if (isCelList(value)) return [...value].map((one: CelValue) => asData(one));
  if (isCelMap(value)) return Object.fromEntries([...value].map(([key, one]) => [String(key), asData(one)]));
  return value;
}
