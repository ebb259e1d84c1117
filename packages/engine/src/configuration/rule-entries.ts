import type { NodeId } from "@authgraph/parser";
import type { RuleMetadata, Severity } from "@authgraph/rules";
import { type Located, located, type TextOrigin } from "@authgraph/source";
import type { ConfiguredRule } from "./configuration.ts";
import { type Decode, type Decoding, entries, meant, originOf, tell } from "./decode.ts";
import { severity } from "./values.ts";

/** What stands under `rules`: an id, and `off`, `on`, or what holds for it. */
export function rules(known: readonly RuleMetadata[] | undefined): Decode<readonly ConfiguredRule[]> {
  const byId = new Map(known?.map((rule) => [rule.id, rule]));
  return (decoding, node) => {
    const kind = decoding.tree.kind(node);
    if (kind === "null") return [];
    if (kind !== "mapping") {
      tell(decoding, originOf(decoding, node), "rules must be a mapping from ids of rules to what holds for them");
    }
    return [...entries(decoding, node)].map(([id, value, origin]) => {
      const rule = byId.get(id);
      if (known !== undefined && rule === undefined) {
        const hint = meant(id, [...byId.keys()]).replace(/^there are .*/, "`authgraph rules` lists them");
        tell(decoding, origin, `there is no rule "${id}"; ${hint}`);
      }
      return ruleSetting(decoding, value, located(id, origin), rule);
    });
  };
}

function ruleSetting(
  decoding: Decoding,
  node: NodeId,
  id: Located<string>,
  rule: RuleMetadata | undefined,
): ConfiguredRule {
  const { tree } = decoding;
  const nothing = { id, severity: undefined, parameters: new Map<string, Located<number>>() };
  switch (tree.kind(node)) {
    case "boolean":
      return { ...nothing, enabled: tree.scalar(node) === "true" };
    case "string": {
      // Quoted: without quotes Go reads a boolean, and editors text.
      const word = tree.scalar(node);
      if (word !== "on" && word !== "off") tell(decoding, originOf(decoding, node), `${id.value} must be on or off`);
      return { ...nothing, enabled: word !== "off" };
    }
    case "mapping":
      return { id, enabled: true, ...settings(decoding, node, id.value, rule) };
    case "sequence":
    case "integer":
    case "float":
    case "null":
      tell(decoding, originOf(decoding, node), `${id.value} must be on, off, or a mapping with severity or parameters`);
      return { ...nothing, enabled: true };
  }
}

function settings(
  decoding: Decoding,
  node: NodeId,
  id: string,
  rule: RuleMetadata | undefined,
): Pick<ConfiguredRule, "severity" | "parameters"> {
  let given: Located<Severity> | undefined;
  const parameters = new Map<string, Located<number>>();
  for (const [key, value, origin] of entries(decoding, node)) {
    if (key === "severity") given = severity(decoding, value, key);
    else if (rule !== undefined) {
      const read = parameter(decoding, value, { key, origin, rule });
      if (read !== undefined) parameters.set(key, read);
    }
  }
  if (given === undefined && decoding.tree.first(node) === 0) {
    tell(decoding, originOf(decoding, node), `${id} must say something: severity or parameters`);
  }
  return { severity: given, parameters };
}

interface GivenParameter {
  readonly key: string;
  readonly origin: TextOrigin;
  readonly rule: RuleMetadata;
}

function parameter(
  decoding: Decoding,
  node: NodeId,
  { key, origin, rule }: GivenParameter,
): Located<number> | undefined {
  const { parameters = [] } = rule;
  const found = parameters.find(({ name }) => name === key);
  if (found === undefined) {
    const names = ["severity", ...parameters.map(({ name }) => name)];
    tell(decoding, origin, `${rule.id} has no parameter "${key}"; ${meant(key, names)}`);
    return undefined;
  }
  const { tree } = decoding;
  const at = originOf(decoding, node);
  const value = tree.kind(node) === "integer" ? Number(tree.scalar(node)) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= found.min) return located(value, at);
  tell(decoding, at, `${key} must be a whole number, ${found.min} or more`);
  return undefined;
}
