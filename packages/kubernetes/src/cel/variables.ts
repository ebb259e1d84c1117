import type { CelVariable } from "../cel.ts";
import { any, type CelType, listOf, mapOf, simpleType, string } from "./types.ts";

/** Types of the variables (k8s.io/apiserver pkg/authentication/cel/compile.go, pkg/authorization/cel/compile.go). */
export const variableTypes: Readonly<Record<CelVariable, CelType>> = {
  claims: mapOf(any),
  user: simpleType("kubernetes.UserInfo"),
  request: simpleType("kubernetes.SubjectAccessReviewSpec"),
};

const selector: Readonly<Record<string, CelType>> = {
  rawSelector: string,
  requirements: listOf(simpleType("kubernetes.SelectorRequirement")),
};

/** Fields of the object types. */
export const objectFields: Readonly<Record<string, Readonly<Record<string, CelType>>>> = {
  "kubernetes.UserInfo": {
    username: string,
    uid: string,
    groups: listOf(string),
    extra: mapOf(listOf(string)),
  },
  "kubernetes.SubjectAccessReviewSpec": {
    resourceAttributes: simpleType("kubernetes.ResourceAttributes"),
    nonResourceAttributes: simpleType("kubernetes.NonResourceAttributes"),
    user: string,
    groups: listOf(string),
    extra: mapOf(listOf(string)),
    uid: string,
  },
  "kubernetes.ResourceAttributes": {
    namespace: string,
    verb: string,
    group: string,
    version: string,
    resource: string,
    subresource: string,
    name: string,
    fieldSelector: simpleType("kubernetes.FieldSelectorAttributes"),
    labelSelector: simpleType("kubernetes.LabelSelectorAttributes"),
  },
  "kubernetes.NonResourceAttributes": { path: string, verb: string },
  "kubernetes.FieldSelectorAttributes": selector,
  "kubernetes.LabelSelectorAttributes": selector,
  "kubernetes.SelectorRequirement": { key: string, operator: string, values: listOf(string) },
};

type Data = Readonly<Record<string, unknown>>;

/** A value with what the server fills in where it is absent: empty texts and lists are there, absent objects are not. */
export function serverValue(variable: CelVariable, value: unknown): unknown {
  if (!isData(value)) return value;
  switch (variable) {
    case "claims":
      return value;
    case "user":
      return { username: "", uid: "", groups: [], extra: {}, ...present(value) };
    case "request": {
      const { resourceAttributes, nonResourceAttributes, ...rest } = present(value);
      return {
        user: "",
        uid: "",
        groups: [],
        extra: {},
        ...rest,
        ...(isData(resourceAttributes)
          ? { resourceAttributes: { ...noAttributes, ...present(resourceAttributes) } }
          : {}),
        ...(isData(nonResourceAttributes)
          ? { nonResourceAttributes: { path: "", verb: "", ...present(nonResourceAttributes) } }
          : {}),
      };
    }
  }
}

const noAttributes = { namespace: "", verb: "", group: "", version: "", resource: "", subresource: "", name: "" };

function present(value: Data): Data {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Map);
}
