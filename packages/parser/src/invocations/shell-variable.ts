/** A reference to a variable in a shell text, cut out but not yet looked up. */
export interface ShellReference {
  /** Undefined for what has no name: `$(command)`, `$((1 + 2))`, backquotes. */
  readonly name: string | undefined;
  /** `:-` and the like, with the text that follows. Undefined for a plain reference. */
  readonly operator: string | undefined;
  readonly operandStart: number;
  readonly operandEnd: number;
  /** Index after the reference. */
  readonly end: number;
}

/** Reads the reference that begins with the `$` or backquote at `at`; undefined where it is an ordinary dollar sign. */
export function readShellReference(text: string, at: number): ShellReference | undefined {
  if (text[at] === "`") return nameless(closingBackquote(text, at + 1));
  const next = text[at + 1] ?? "";
  if (next === "(") return nameless(closingBracket(text, at + 1));
  if (next === "{") return readBraces(text, at);

  const name = /^(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])/.exec(text.slice(at + 1, at + 257))?.[0];
  if (name === undefined) return undefined;
  const end = at + 1 + name.length;
  return { name, operator: undefined, operandStart: end, operandEnd: end, end };
}

function readBraces(text: string, at: number): ShellReference {
  const end = closingBracket(text, at + 1);
  const inside = text.slice(at + 2, end - 1);
  const match = /^([A-Za-z_][A-Za-z0-9_]*|[0-9@*])(?::?[-+=?])?/.exec(inside);
  const name = match?.[1];
  const operator = match === null || name === undefined ? "" : match[0].slice(name.length);
  // Lengths, substrings, patterns, arrays: what they give is not worked out.
  if (match === null || name === undefined || (operator === "" && match[0].length !== inside.length))
    return nameless(end);
  return {
    name,
    operator: operator === "" ? undefined : operator,
    operandStart: at + 2 + match[0].length,
    operandEnd: end - 1,
    end,
  };
}

function nameless(end: number): ShellReference {
  return { name: undefined, operator: undefined, operandStart: end, operandEnd: end, end };
}

/** Index after the bracket that closes the one at `at`, quotes respected; the end of the text where none does. */
export function closingBracket(text: string, at: number): number {
  const open = text[at] ?? "";
  const close = open === "(" ? ")" : "}";
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const unit = text[i];
    if (unit === "\\") i++;
    else if (unit === "'") i = indexOrEnd(text, "'", i + 1);
    else if (unit === '"') i = closingQuote(text, i + 1) - 1;
    else if (unit === open) depth++;
    else if (unit === close && --depth === 0) return i + 1;
  }
  return text.length;
}

function closingQuote(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}

function closingBackquote(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "`") return i + 1;
  }
  return text.length;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
}
