import type { CelVariable } from "../cel.ts";
import { parseGoDuration } from "../go-duration.ts";
import { declarations, functionNamespaces, type Overload, unmodelled } from "./declarations.ts";
import {
  type Call,
  type Comprehension,
  type Expression,
  type Literal,
  nameOf,
  type Select,
  textOf,
} from "./expressions.ts";
import { optionalIndex, optionalSelect } from "./optional-syntax.ts";
import {
  bool,
  type CelType,
  dyn,
  isAssignable,
  isDynamic,
  listOf,
  mapOf,
  nothing,
  optionalOf,
  printType,
  type Substitution,
  sameType,
  simpleType,
  substitute,
} from "./types.ts";
import { objectFields, variableTypes } from "./variables.ts";

/** What the checker of cel-go says of an expression (github.com/google/cel-go checker/checker.go). */
export type Checked =
  | { readonly outcome: "typed"; readonly type: CelType }
  | { readonly outcome: "refused"; readonly problem: string }
  | { readonly outcome: "unsupported"; readonly reason: string };

interface Checking {
  readonly problems: string[];
  readonly unsupported: string[];
}

type Scope = ReadonlyMap<string, CelType>;

/** Finds the type of an expression over some variables. */
export function checkExpression(expression: Expression, variables: readonly CelVariable[]): Checked {
  const checking: Checking = { problems: [], unsupported: [] };
  const scope = new Map(variables.map((name) => [name as string, variableTypes[name]]));
  const type = typeOf(checking, expression, scope);
  const [reason] = checking.unsupported;
  // What is not modelled may have any type, but no name is declared for it.
  const undeclared = checking.problems.find((told) => told.startsWith("undeclared reference"));
  if (reason !== undefined && undeclared === undefined) return { outcome: "unsupported", reason };
  const problem = reason === undefined ? checking.problems[0] : undeclared;
  return problem === undefined ? { outcome: "typed", type } : { outcome: "refused", problem };
}

function refuse(checking: Checking, problem: string): CelType {
  checking.problems.push(problem);
  return dyn;
}

function leave(checking: Checking, reason: string): CelType {
  checking.unsupported.push(reason);
  return dyn;
}

function typeOf(checking: Checking, { exprKind }: Expression, scope: Scope): CelType {
  switch (exprKind.case) {
    case "constExpr":
      return typeOfLiteral(exprKind.value);
    case "identExpr":
      return typeOfName(checking, exprKind.value.name, scope);
    case "selectExpr":
      return typeOfSelect(checking, exprKind.value, scope);
    case "callExpr":
      return typeOfCall(checking, exprKind.value, scope);
    case "listExpr":
      return listOf(
        joined(
          checking,
          exprKind.value.elements.map((one) => typeOf(checking, one, scope)),
        ),
      );
    case "structExpr": {
      const { messageName, entries } = exprKind.value;
      if (messageName !== "") return leave(checking, `a value of type ${messageName}`);
      const keys = entries.map(({ keyKind }) =>
        keyKind.case === "mapKey" ? typeOf(checking, keyKind.value, scope) : dyn,
      );
      const values = entries.map(({ value }) => (value === undefined ? dyn : typeOf(checking, value, scope)));
      return mapOf(joined(checking, values), joined(checking, keys));
    }
    case "comprehensionExpr":
      return typeOfComprehension(checking, exprKind.value, scope);
    case undefined:
      return leave(checking, "an empty expression");
  }
}

/** HomogeneousAggregateLiterals: what stands in one list or map is of one type. */
function joined(checking: Checking, types: readonly CelType[]): CelType {
  const [first = nothing, ...others] = types;
  for (const other of others) {
    if (sameType(first, other)) continue;
    if (isDynamic(first) && isDynamic(other)) continue;
    if (isAssignable(first, other, new Map()) && !isDynamic(first) && !isDynamic(other)) continue;
    return refuse(checking, `expected type '${printType(first)}' but found '${printType(other)}'`);
  }
  return first;
}

const literalTypes: Readonly<Record<string, string>> = {
  boolValue: "bool",
  bytesValue: "bytes",
  doubleValue: "double",
  int64Value: "int",
  nullValue: "null",
  stringValue: "string",
  uint64Value: "uint",
};

function typeOfLiteral({ constantKind }: Literal): CelType {
  return simpleType(literalTypes[constantKind.case ?? ""] ?? "dyn");
}

const typeNames: ReadonlySet<string> = new Set(
  "bool int uint double string bytes list map null_type type google.protobuf.Timestamp google.protobuf.Duration".split(
    " ",
  ),
);

function typeOfName(checking: Checking, name: string, scope: Scope): CelType {
  const known = scope.get(name.replace(/^\./, ""));
  if (known !== undefined) return known;
  return typeNames.has(name)
    ? simpleType("type")
    : refuse(checking, `undeclared reference to '${name}' (in container '')`);
}

function typeOfSelect(checking: Checking, { operand, field, testOnly }: Select, scope: Scope): CelType {
  if (operand === undefined) return leave(checking, "an empty expression");
  const of = typeOf(checking, operand, scope);
  const type = fieldType(checking, of, field);
  return testOnly ? bool : type;
}

function fieldType(checking: Checking, of: CelType, field: string): CelType {
  if (isDynamic(of)) return dyn;
  if (of.name === "map") return of.of[1] ?? dyn;
  if (of.name === "optional_type") return leave(checking, "a field of something optional in brackets");
  const fields = objectFields[of.name];
  if (fields === undefined) return refuse(checking, `type '${printType(of)}' does not support field selection`);
  const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return type ?? refuse(checking, `undefined field '${field}'`);
}

function typeOfCall(checking: Checking, call: Call, scope: Scope): CelType {
  const { target, args, function: name } = call;
  if (target !== undefined && name === optionalSelect) {
    const of = unwrapped(typeOf(checking, target, scope));
    return optionalOf(fieldType(checking, of, textOf(args[0]) ?? ""));
  }
  if (target !== undefined && name === optionalIndex && args[0] !== undefined) {
    const of = unwrapped(typeOf(checking, target, scope));
    const index = typeOf(checking, args[0], scope);
    return optionalOf(resultOf(checking, "_[_]", undefined, [of, index]));
  }
  const namespace = nameOf(target);
  if (namespace !== undefined && !scope.has(namespace) && functionNamespaces.has(namespace)) {
    const full = `${namespace}.${name}`;
    const types = args.map((one) => typeOf(checking, one, scope));
    if (declarations.has(full)) return resultOf(checking, full, undefined, types);
    if (namespace === "format" || namespace === "lists") return leave(checking, `function ${full}`);
    return refuse(checking, `undeclared reference to '${full}' (in container '')`);
  }
  if (target === undefined && name === "has") {
    const isOptional = args[0]?.exprKind.case === "callExpr" && args[0].exprKind.value.function === optionalSelect;
    return isOptional
      ? leave(checking, "has() of an optional field")
      : refuse(checking, "invalid argument to has() macro");
  }
  // Macros that the library does not know: their arguments name variables of their own.
  if (target !== undefined && ((twoVariables.has(name) && args.length > 2) || unmodelled.has(name))) {
    typeOf(checking, target, scope);
    return leave(checking, `function ${name}`);
  }
  const of = target === undefined ? undefined : typeOf(checking, target, scope);
  const types = args.map((one) => typeOf(checking, one, scope));
  const [literal] = args.map(textOf);
  if (literal !== undefined && !isSound(name, literal)) refuse(checking, `invalid ${name} argument`);
  return resultOf(checking, name, of, types);
}

/** ValidateDurationLiterals, ValidateTimestampLiterals. */
function isSound(name: string, literal: string): boolean {
  if (name === "duration") return "nanoseconds" in parseGoDuration(literal);
  return name !== "timestamp" || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(literal);
}

const twoVariables: ReadonlySet<string> = new Set(["all", "exists", "existsOne", "exists_one"]);

function unwrapped(type: CelType): CelType {
  return type.name === "optional_type" ? (type.of[0] ?? dyn) : type;
}

/** The type of a call by the overloads that fit: one for all of them, else it shows at run time. */
function resultOf(checking: Checking, name: string, target: CelType | undefined, args: readonly CelType[]): CelType {
  const overloads = declarations.get(name);
  if (overloads === undefined) {
    if (unmodelled.has(name)) return leave(checking, `function ${name}`);
    return refuse(checking, `undeclared reference to '${name}' (in container '')`);
  }
  const fitting = overloads.flatMap((overload) => {
    const parameters: Substitution = new Map();
    return fits(overload, target, args, parameters) ? [{ overload, parameters }] : [];
  });
  const [first, ...others] = fitting;
  if (first === undefined) {
    const given = `(${args.map(printType).join(", ")})`;
    const applied = target === undefined ? given : `${printType(target)}.${given}`;
    return refuse(checking, `found no matching overload for '${name}' applied to '${applied}'`);
  }
  const result = substitute(first.overload.result, first.parameters);
  if (fitting.every(({ overload }) => !overload.evaluated)) leave(checking, `function ${name}`);
  const same = others.every(({ overload, parameters }) => sameType(substitute(overload.result, parameters), result));
  return same ? result : dyn;
}

function fits(
  overload: Overload,
  target: CelType | undefined,
  args: readonly CelType[],
  parameters: Substitution,
): boolean {
  if (overload.args.length !== args.length || (overload.target === undefined) !== (target === undefined)) return false;
  if (overload.target !== undefined && target !== undefined && !isAssignable(overload.target, target, parameters)) {
    return false;
  }
  return overload.args.every((wanted, i) => isAssignable(wanted, args[i] ?? dyn, parameters));
}

function typeOfComprehension(checking: Checking, comprehension: Comprehension, scope: Scope): CelType {
  const { iterRange, iterVar, iterVar2, accuVar, accuInit, loopCondition, loopStep, result } = comprehension;
  if (iterVar2 !== "") return leave(checking, "a macro with two variables");
  if (iterRange === undefined || accuInit === undefined || loopStep === undefined || result === undefined) {
    return leave(checking, "an unknown macro");
  }
  const range = typeOf(checking, iterRange, scope);
  const element = elementOf(checking, range);
  const start = typeOf(checking, accuInit, scope);
  const inside = new Map([...scope, [iterVar, element], [accuVar, start]]);
  if (loopCondition !== undefined) typeOf(checking, loopCondition, inside);
  const step = typeOf(checking, loopStep, inside);
  const accumulated = start.name === "list" ? step : start;
  return typeOf(checking, result, new Map([...scope, [accuVar, accumulated]]));
}

/** A claim is no range: the checker wants more than `any`. */
function elementOf(checking: Checking, range: CelType): CelType {
  if (isDynamic(range) && range.name !== "any") return dyn;
  if (range.name === "list" || range.name === "map") return range.of[0] ?? dyn;
  const problem = `expression of type '${printType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`;
  return refuse(checking, problem);
}
