import type { ConfiguredExclude, ConfiguredSuppression, ExpectedGrant, ValidWhile } from "./configuration.ts";
import { type Decode, entry, list, tell, text } from "./decode.ts";
import { access, binding, clusterName, day, fingerprint, namespace, pattern, subject } from "./values.ts";

/** An entry of `exclude`. */
export const excludes: Decode<ConfiguredExclude> = (decoding, node) => {
  const entered = entry(decoding, node, {
    what: "an entry of exclude",
    keys: ["paths", "reason"],
    required: ["paths", "reason"],
  });
  return {
    paths: entered.get("paths", list(pattern, { atLeastOne: true })) ?? [],
    reason: entered.get("reason", text)?.value ?? "",
  };
};

/** An entry of `expected`. */
export const expectedGrants: Decode<ExpectedGrant> = (decoding, node) => {
  const entered = entry(decoding, node, {
    what: "an expected grant",
    keys: ["subject", "binding", "access", "reason", "until", "cluster"],
    required: ["subject", "access", "reason"],
  });
  const { origin } = entered;
  return {
    origin,
    subject: entered.get("subject", subject) ?? { value: "", origin },
    binding: entered.get("binding", binding),
    access: entered.get("access", list(access, { atLeastOne: true })) ?? [],
    reason: entered.get("reason", text)?.value ?? "",
    until: entered.get("until", day),
    cluster: entered.get("cluster", clusterName),
  };
};

/** An entry of `suppressions`. */
export const suppressions: Decode<ConfiguredSuppression> = (decoding, node) => {
  const entered = entry(decoding, node, {
    what: "a suppression",
    keys: ["rule", "rules", "object", "subject", "path", "fingerprint", "cluster", "reason", "until", "valid-while"],
    required: ["reason"],
  });
  const { origin } = entered;
  const one = entered.get("rule", text);
  const several = entered.get("rules", list(text, { atLeastOne: true }));
  if (entered.has("rule") && entered.has("rules")) tell(decoding, origin, "a suppression has rule or rules, not both");
  const narrowing = (["object", "subject", "path", "fingerprint"] as const).filter((key) => entered.has(key));
  if (narrowing.length === 0) {
    const off = "what holds for a rule everywhere stands in rules";
    tell(decoding, origin, `a suppression must say whose risk it is: object, subject, path or fingerprint; ${off}`);
  }
  return {
    origin,
    rules: several ?? (one === undefined ? [] : [one]),
    object: entered.get("object", text),
    subject: entered.get("subject", text),
    path: entered.get("path", pattern),
    fingerprint: entered.get("fingerprint", fingerprint),
    cluster: entered.get("cluster", clusterName),
    reason: entered.get("reason", text)?.value ?? "",
    until: entered.get("until", day),
    validWhile: entered.get("valid-while", validWhile),
  };
};

const validWhile: Decode<ValidWhile> = (decoding, node) => {
  const entered = entry(decoding, node, { what: "valid-while", keys: ["bound-only-in", "names-only"] });
  if (!entered.has("bound-only-in") && !entered.has("names-only") && decoding.tree.kind(node) === "mapping") {
    tell(decoding, entered.origin, "valid-while must have bound-only-in or names-only");
  }
  return {
    origin: entered.origin,
    boundOnlyIn: entered.get("bound-only-in", list(namespace, { atLeastOne: true })) ?? [],
    namesOnly: entered.get("names-only", list(text, { atLeastOne: true })) ?? [],
  };
};
