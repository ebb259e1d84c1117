import { type CelType, parseType } from "./types.ts";

/** One form of a function. */
export interface Overload {
  /** Undefined: it is no method. */
  readonly target: CelType | undefined;
  readonly args: readonly CelType[];
  readonly result: CelType;
  /** Whether expressions with it can be evaluated here. */
  readonly evaluated: boolean;
}

const orderedTypes = ["bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration"];
/** CrossTypeNumericComparisons. */
const mixedNumbers = ["int", "uint", "double"].flatMap((left) =>
  ["int", "uint", "double"].filter((right) => right !== left).map((right) => [left, right] as const),
);
const comparisons = ["_<_", "_<=_", "_>_", "_>=_"].flatMap((name) => [
  ...orderedTypes.map((type) => `${name}(${type}, ${type}) -> bool`),
  ...mixedNumbers.map(([left, right]) => `${name}(${left}, ${right}) -> bool`),
]);
const arithmetic = ["_-_", "_*_", "_/_", "_%_"].flatMap((name) =>
  (name === "_%_" ? ["int", "uint"] : ["int", "uint", "double"]).map((type) => `${name}(${type}, ${type}) -> ${type}`),
);
const timeParts = "getFullYear getMonth getDayOfYear getDate getDayOfMonth getDayOfWeek".split(" ");
const durationParts = "getHours getMinutes getSeconds getMilliseconds".split(" ");
const times = [
  ...[...timeParts, ...durationParts].flatMap((name) => [
    `timestamp::${name}() -> int`,
    `timestamp::${name}(string) -> int`,
  ]),
  ...durationParts.map((name) => `duration::${name}() -> int`),
];
const conversions: Readonly<Record<string, string>> = {
  int: "int uint double string timestamp",
  uint: "uint int double string",
  double: "double int uint string",
  bool: "bool string",
  string: "string bool int uint double bytes timestamp duration",
  bytes: "bytes string",
  timestamp: "timestamp string int",
  duration: "duration string int",
};
const casts = Object.entries(conversions).flatMap(([to, from]) =>
  from.split(" ").map((type) => `${to}(${type}) -> ${to}`),
);

/** The standard library and extensions that the library evaluates as cel-go does, and those added beside it. */
const evaluated: readonly string[] = [
  "_&&_(bool, bool) -> bool",
  "_||_(bool, bool) -> bool",
  "!_(bool) -> bool",
  "@not_strictly_false(bool) -> bool",
  "_?_:_(bool, A, A) -> A",
  "_==_(A, A) -> bool",
  "_!=_(A, A) -> bool",
  ...comparisons,
  ...arithmetic,
  ...["int", "uint", "double", "string", "bytes", "list(A)", "duration"].map(
    (type) => `_+_(${type}, ${type}) -> ${type}`,
  ),
  "_+_(timestamp, duration) -> timestamp",
  "_+_(duration, timestamp) -> timestamp",
  "_-_(timestamp, duration) -> timestamp",
  "_-_(timestamp, timestamp) -> duration",
  "_-_(duration, duration) -> duration",
  "-_(int) -> int",
  "-_(double) -> double",
  "_[_](list(A), int) -> A",
  "_[_](map(A, B), A) -> B",
  "@in(A, list(A)) -> bool",
  "@in(A, map(A, B)) -> bool",
  ...["string", "bytes", "list(A)", "map(A, B)"].flatMap((type) => [`size(${type}) -> int`, `${type}::size() -> int`]),
  ...casts,
  ...times,
  "dyn(A) -> dyn",
  "type(A) -> type",
  "matches(string, string) -> bool",
  "string::matches(string) -> bool",
  "string::contains(string) -> bool",
  "string::startsWith(string) -> bool",
  "string::endsWith(string) -> bool",
  // ext.Strings, version 2.
  "string::charAt(int) -> string",
  "string::indexOf(string) -> int",
  "string::indexOf(string, int) -> int",
  "string::lastIndexOf(string) -> int",
  "string::lastIndexOf(string, int) -> int",
  "list(string)::join() -> string",
  "list(string)::join(string) -> string",
  "string::lowerAscii() -> string",
  "string::upperAscii() -> string",
  "string::replace(string, string) -> string",
  "string::replace(string, string, int) -> string",
  "string::split(string) -> list(string)",
  "string::split(string, int) -> list(string)",
  "string::substring(int) -> string",
  "string::substring(int, int) -> string",
  "string::trim() -> string",
  // ext.Sets.
  "sets.contains(list(A), list(A)) -> bool",
  "sets.equivalent(list(A), list(A)) -> bool",
  "sets.intersects(list(A), list(A)) -> bool",
  // cel.OptionalTypes.
  "optional.of(A) -> optional_type(A)",
  "optional.ofNonZeroValue(A) -> optional_type(A)",
  "optional.none() -> optional_type(A)",
  "optional_type(A)::hasValue() -> bool",
  "optional_type(A)::value() -> A",
  "optional_type(A)::or(optional_type(A)) -> optional_type(A)",
  "optional_type(A)::orValue(A) -> A",
];

/** What Kubernetes adds (k8s.io/apiserver pkg/cel/environment/base.go) and is only known by its types here. */
const known: readonly string[] = [
  "string::format(list(dyn)) -> string",
  "strings.quote(string) -> string",
  "string::find(string) -> string",
  "string::findAll(string) -> list(string)",
  "string::findAll(string, int) -> list(string)",
  "list(A)::isSorted() -> bool",
  "list(A)::sum() -> A",
  "list(A)::min() -> A",
  "list(A)::max() -> A",
  "list(A)::indexOf(A) -> int",
  "list(A)::lastIndexOf(A) -> int",
  "list(A)::slice(int, int) -> list(A)",
  "list(dyn)::flatten() -> list(dyn)",
  "list(dyn)::flatten(int) -> list(dyn)",
  "lists.range(int) -> list(int)",
  "list(A)::distinct() -> list(A)",
  "list(A)::reverse() -> list(A)",
  "list(A)::sort() -> list(A)",
  "list(A)::first() -> optional_type(A)",
  "list(A)::last() -> optional_type(A)",
  "url(string) -> kubernetes.URL",
  "isURL(string) -> bool",
  "kubernetes.URL::getScheme() -> string",
  "kubernetes.URL::getHost() -> string",
  "kubernetes.URL::getHostname() -> string",
  "kubernetes.URL::getPort() -> string",
  "kubernetes.URL::getEscapedPath() -> string",
  "kubernetes.URL::getQuery() -> map(string, list(string))",
  "ip(string) -> net.IP",
  "isIP(string) -> bool",
  "ip.isCanonical(string) -> bool",
  "string(net.IP) -> string",
  "net.IP::family() -> int",
  "net.IP::isUnspecified() -> bool",
  "net.IP::isLoopback() -> bool",
  "net.IP::isLinkLocalMulticast() -> bool",
  "net.IP::isLinkLocalUnicast() -> bool",
  "net.IP::isGlobalUnicast() -> bool",
  "cidr(string) -> net.CIDR",
  "isCIDR(string) -> bool",
  "string(net.CIDR) -> string",
  "net.CIDR::containsIP(string) -> bool",
  "net.CIDR::containsIP(net.IP) -> bool",
  "net.CIDR::containsCIDR(string) -> bool",
  "net.CIDR::containsCIDR(net.CIDR) -> bool",
  "net.CIDR::ip() -> net.IP",
  "net.CIDR::masked() -> net.CIDR",
  "net.CIDR::prefixLength() -> int",
];

/** Functions whose types are not modelled: macros of their own, quantities, formats, versions. */
export const unmodelled: ReadonlySet<string> = new Set(
  (
    "optMap optFlatMap transformList transformMap transformMapEntry sortBy format named validate quantity isQuantity " +
    "sign isInteger asInteger asApproximateFloat add sub isGreaterThan isLessThan compareTo semver isSemver major minor " +
    "patch normalize group resource subresource namespace name check allowed reason errored error path serviceAccount " +
    "fieldSelector labelSelector unwrap unwrapOpt ip.isCanonical"
  ).split(" "),
);

/** Names that stand before a function's: `sets.contains`. */
export const functionNamespaces: ReadonlySet<string> = new Set([
  "optional",
  "sets",
  "strings",
  "lists",
  "ip",
  "format",
]);

function declare(signature: string, isEvaluated: boolean): readonly [string, Overload] {
  const [, target, name = "", args = "", result = ""] = /^(?:(.+)::)?(.+?)\((.*)\) -> (.+)$/.exec(signature) ?? [];
  const overload: Overload = {
    target: target === undefined ? undefined : parseType(target),
    args: args === "" ? [] : args.split(/, (?![^(]*\))/).map(parseType),
    result: parseType(result),
    evaluated: isEvaluated,
  };
  return [name, overload];
}

function declareAll(): ReadonlyMap<string, readonly Overload[]> {
  const all = new Map<string, Overload[]>();
  const declared = [...evaluated.map((one) => declare(one, true)), ...known.map((one) => declare(one, false))];
  for (const [name, overload] of declared) {
    const others = all.get(name);
    if (others === undefined) all.set(name, [overload]);
    else others.push(overload);
  }
  return all;
}

/** Every function whose types are known, by its name, behind its namespace if it has one. */
export const declarations: ReadonlyMap<string, readonly Overload[]> = declareAll();
