/**
 * Whether the server can read a label selector as a query parameter has it: `team in (a,b),!old,tier=x`
 * (k8s.io/apimachinery pkg/labels/selector.go: Parse).
 */
export function isLabelSelector(text: string): boolean {
  const tokens = text.match(/[^\s=!(),<>]+|==|!=|[=!(),<>]/g) ?? [];
  let at = 0;
  while (at < tokens.length) {
    const end = requirementEnd(tokens, at);
    if (end === undefined || end === tokens.length) return end !== undefined;
    // Nothing but another requirement may follow a comma.
    if (tokens[end] !== "," || end + 1 === tokens.length) return false;
    at = end + 1;
  }
  return true;
}

/** Where the requirement ends that starts at a token; undefined where none does. */
function requirementEnd(tokens: readonly string[], start: number): number | undefined {
  const isNegated = tokens[start] === "!";
  const at = isNegated ? start + 1 : start;
  const key = tokens[at];
  if (key === undefined || key === "in" || key === "notin" || !isLabelKey(key)) return undefined;
  const operator = tokens[at + 1];
  if (operator === undefined || operator === "," || isNegated) return at + 1;
  if (operator === "in" || operator === "notin") return listEnd(tokens, at + 2);
  if (!["=", "==", "!=", ">", "<"].includes(operator)) return undefined;
  const given = tokens[at + 2];
  const value = given === undefined || given === "," ? "" : given;
  const isNumber = operator === ">" || operator === "<";
  if (!isLabelValue(value) || (isNumber && !/^[+-]?\d+$/.test(value))) return undefined;
  return value === "" ? at + 2 : at + 3;
}

/** Where a list in parentheses ends. Elements may be empty, the list may not. */
function listEnd(tokens: readonly string[], start: number): number | undefined {
  const end = tokens.indexOf(")", start);
  if (tokens[start] !== "(" || end <= start + 1) return undefined;
  const inside = tokens.slice(start + 1, end);
  const areApart = inside.every(
    (token, index) => token === "," || inside[index + 1] === "," || index === inside.length - 1,
  );
  return areApart && inside.every((token) => token === "," || isLabelValue(token)) ? end + 1 : undefined;
}

/** k8s.io/apimachinery pkg/util/validation: IsQualifiedName. */
function isLabelKey(key: string): boolean {
  const parts = key.split("/");
  const [prefix, name] = parts.length === 1 ? [undefined, parts[0]] : parts;
  if (parts.length > 2 || name === undefined || name.length > 63 || !qualifiedName.test(name)) return false;
  return prefix === undefined || (prefix.length <= 253 && subdomain.test(prefix));
}

function isLabelValue(value: string): boolean {
  return value === "" || (value.length <= 63 && qualifiedName.test(value));
}

const qualifiedName = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
