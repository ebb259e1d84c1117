/** Methods that stand for `a.?b` and `a[?b]`, which the library's grammar does not have. */
export const optionalSelect = "optionalSelect__";
export const optionalIndex = "optionalIndex__";

interface Bracket {
  /** What closes it. */
  readonly close: string;
  /** What it ends is optional: so is every field taken of that. */
  readonly endsOptional: boolean;
}

const token =
  /\s+|\/\/[^\n]*|[rRbB]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?:0x[\da-fA-F]+|(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?)[uU]?|[A-Za-z_]\w*|\.\s*\?\s*|[\s\S]/gy;

const word = /^[A-Za-z_]/;
const ofOptionals = new Set(["or", "optMap", "optFlatMap"]);
const makers = new Set(["of", "none", "ofNonZeroValue"]);

/** Takes a field whose name stands in backticks (github.com/google/cel-go: EnableIdentifierEscapeSyntax). */
export function hasEscapedField(expression: string): boolean {
  if (!/`[\w.\-/ ]+`/.test(expression)) return false;
  const tokens = (expression.match(token) ?? []).filter((one) => !/^(?:\s|\/\/)/.test(one));
  return tokens.some((one, at) => one.startsWith(".") && !/^\.\d/.test(one) && tokens[at + 1] === "`");
}

/**
 * Writes optional field selection (github.com/google/cel-spec wiki: "Optional syntax and semantics") as calls of methods.
 * Fields and indexes of what is optional are optional themselves. Undefined: optional elements of lists and maps, which
 * are not modelled.
 */
export function withoutOptionalSyntax(expression: string): string | undefined {
  if (!/\.\s*\?|\[\s*\?|\{\s*\?|,\s*\?|\boptional\b/.test(expression)) return expression;
  const tokens = (expression.match(token) ?? []).filter((one) => !/^(?:\s|\/\/)/.test(one));
  const brackets: Bracket[] = [];
  let written = "";
  /** What was read last is a value, and an optional one. */
  let isValue = false;
  let isOptional = false;
  /** A call that begins gives something optional. */
  let callIsOptional = false;
  for (let i = 0; i < tokens.length; i++) {
    const one = tokens[i] ?? "";
    const next = tokens[i + 1] ?? "";
    if (one.startsWith(".") && /^\.\s*\?/.test(one)) {
      if (!word.test(next)) return expression;
      written += `.${optionalSelect}(${JSON.stringify(next)})`;
      i++;
      isValue = true;
      isOptional = true;
    } else if (one === "." && word.test(next)) {
      i++;
      if (tokens[i + 1] === "(") {
        callIsOptional =
          (isOptional && ofOptionals.has(next)) || (/(?:^|\W)optional$/.test(written) && makers.has(next));
        written += `.${next}`;
      } else {
        written += isOptional ? `.${optionalSelect}(${JSON.stringify(next)})` : `.${next}`;
      }
      isValue = true;
    } else if (one === "[") {
      if (!isValue && next === "?") return undefined;
      const isOptionalIndex = isValue && (next === "?" || isOptional);
      if (next === "?") i++;
      written += isOptionalIndex ? `.${optionalIndex}(` : "[";
      brackets.push({ close: isOptionalIndex ? ")" : "]", endsOptional: isOptionalIndex });
      isValue = false;
      isOptional = false;
    } else if (one === "(" || one === "{") {
      if (one === "{" && next === "?") return undefined;
      brackets.push({ close: one === "(" ? ")" : "}", endsOptional: callIsOptional });
      written += one;
      callIsOptional = false;
      isValue = false;
      isOptional = false;
    } else if (one === ")" || one === "]" || one === "}") {
      const bracket = brackets.pop();
      written += bracket?.close ?? one;
      isValue = true;
      isOptional = bracket?.endsOptional ?? false;
    } else if (one === "," && next === "?") {
      return undefined;
    } else {
      // Words apart, as they were.
      written += word.test(one) && /\w$/.test(written) ? ` ${one}` : one;
      isValue = /^[\w"']/.test(one) && one !== "in";
      isOptional = false;
      if (one === "in") written += " ";
    }
  }
  return written;
}
