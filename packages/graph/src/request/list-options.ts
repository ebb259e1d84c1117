import { type FieldRequirement, isLabelSelector, parseFieldSelector } from "@authgraph/kubernetes";

/** What the query of a list says, as far as it decides what is asked. */
export interface ListOptions {
  readonly watch: boolean;
  /** Of the field selector. */
  readonly name: string;
}

/**
 * Decodes the query of a GET without a name (k8s.io/apimachinery pkg/apis/meta/internalversion: ListOptions). Where any
 * of it cannot be decoded, only `watch` counts (k8s.io/apiserver pkg/endpoints/request/requestinfo.go: NewRequestInfo).
 */
export function listOptions(query: ReadonlyMap<string, readonly string[]>): ListOptions {
  const [watch] = query.get("watch") ?? [];
  // Every value but these two is true, the empty one too (pkg/runtime/conversion.go: Convert_Slice_string_To_bool).
  const isWatch = watch !== undefined && !/^(?:0|false)$/i.test(watch);
  const terms = parseFieldSelector(query.get("fieldSelector")?.[0] ?? "");
  const decodes =
    terms !== undefined && integersDecode(query) && isLabelSelector(query.get("labelSelector")?.[0] ?? "");
  return { watch: isWatch, name: decodes ? selectedName(terms) : "" };
}

function integersDecode(query: ReadonlyMap<string, readonly string[]>): boolean {
  return ["limit", "timeoutSeconds"].every((key) => {
    const [value] = query.get(key) ?? [];
    return value === undefined || isInt64(value);
  });
}

/** What strconv.ParseInt(value, 10, 64) takes. */
function isInt64(value: string): boolean {
  if (!/^[+-]?\d+$/.test(value)) return false;
  const number = BigInt(value.replace(/^\+/, ""));
  return BigInt.asIntN(64, number) === number;
}

/** The object that a selector names, if it is named as a path could name it (pkg/api/validation/path). */
function selectedName(terms: readonly FieldRequirement[]): string {
  const named = terms.find(({ field, operator }) => field === "metadata.name" && operator === "=");
  if (named === undefined || named.value === "." || named.value === ".." || /[/%]/.test(named.value)) return "";
  return named.value;
}
