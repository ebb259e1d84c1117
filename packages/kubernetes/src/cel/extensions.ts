import {
  type CelFunc,
  type CelList,
  type CelMap,
  CelScalar,
  type CelValue,
  celFunc,
  celMap,
  celMethod,
  isCelList,
  isCelMap,
  listType,
  mapType,
} from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { optionalIndex, optionalSelect } from "./optional-syntax.ts";

/** Thrown where a value is of a kind that is not modelled: the answer is not known, rather than an error. */
export const notModelled = "not modelled";

/**
 * Something optional is a map with this key, or none: the library has no type of its own for it, and the checker keeps
 * the two apart.
 */
const key = "\0optional";

const { DYN, STRING, BOOL } = CelScalar;
const dynMap = mapType(DYN, DYN);
const dynList = listType(DYN);

function some(value: CelValue): CelMap {
  return celMap(new Map([[key, value]]));
}

const none: CelMap = celMap(new Map());

/** What `value` is, or what is in it where it is optional; undefined: nothing. */
function content(value: CelValue): CelValue | undefined {
  return isOptional(value) ? value.get(key) : value;
}

/** Whether a value stands for something optional. */
export function isOptional(value: CelValue): value is CelMap {
  return isCelMap(value) && (value.has(key) || value === none);
}

function select(target: CelValue, index: CelValue): CelMap {
  const of = content(target);
  if (of === undefined) return none;
  if (isCelMap(of)) {
    if (typeof index !== "string" && typeof index !== "bigint" && typeof index !== "boolean") return none;
    const value = of.get(index);
    return value === undefined ? none : some(value);
  }
  if (isCelList(of)) {
    const at = Number(index);
    const value = at >= 0 && at < of.size ? of.get(at) : undefined;
    return value === undefined ? none : some(value);
  }
  return none;
}

function isZero(value: CelValue): boolean {
  if (isCelList(value) || isCelMap(value)) return value.size === 0;
  return value === null || value === "" || value === false || value === 0 || value === 0n;
}

type Scalar = string | boolean | number | bigint | null;

function scalars(list: CelList): readonly Scalar[] {
  return [...list].map((value) => {
    if (value === null || ["string", "boolean", "number", "bigint"].includes(typeof value)) return value as Scalar;
    throw new Error(notModelled);
  });
}

/** Numbers are equal across their types. */
function isIn(value: Scalar, list: readonly Scalar[]): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number of the same size
  return list.some((other) => other === value || (isNumber(other) && isNumber(value) && other == value));
}

function isNumber(value: Scalar): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** What Kubernetes' environment has beyond the standard library, as far as it is evaluated here. */
export const extensions: CelFunc[] = [
  ...strings,
  celMethod(optionalSelect, DYN, [STRING], DYN, function (field) {
    return select(this, field);
  }),
  celMethod(optionalIndex, DYN, [DYN], DYN, function (index) {
    return select(this, index);
  }),
  celFunc("optional.of", [DYN], DYN, (value) => some(value)),
  celFunc("optional.none", [], DYN, () => none),
  celFunc("optional.ofNonZeroValue", [DYN], DYN, (value) => (isZero(value) ? none : some(value))),
  celMethod("hasValue", dynMap, [], BOOL, function () {
    return this.has(key);
  }),
  celMethod("value", dynMap, [], DYN, function () {
    const value = this.get(key);
    if (value === undefined) throw new Error("optional.none() dereference");
    return value;
  }),
  celMethod("or", dynMap, [dynMap], DYN, function (other) {
    return this.has(key) ? this : other;
  }),
  celMethod("orValue", dynMap, [DYN], DYN, function (other) {
    return this.get(key) ?? other;
  }),
  celFunc("sets.contains", [dynList, dynList], BOOL, (list, wanted) => {
    const values = scalars(list);
    return scalars(wanted).every((value) => isIn(value, values));
  }),
  celFunc("sets.intersects", [dynList, dynList], BOOL, (list, other) => {
    const values = scalars(list);
    return scalars(other).some((value) => isIn(value, values));
  }),
  celFunc("sets.equivalent", [dynList, dynList], BOOL, (list, other) => {
    const values = scalars(list);
    const others = scalars(other);
    return values.every((value) => isIn(value, others)) && others.every((value) => isIn(value, values));
  }),
];
