/** A number as Go reads it, or what Go says instead. */
export type GoNumber =
  | { readonly outcome: "read"; readonly value: number }
  | { readonly outcome: "refused"; readonly problem: string };

/** An integer as strconv.ParseInt reads it with base 0: `0x`, `0o`, `0b` and `_` between digits are allowed. */
export function parseGoInt(text: string, bits: 32 | 64): GoNumber {
  return parseInteger("ParseInt", text, /^[+-]?/.exec(text)?.[0].length ?? 0, bits - 1);
}

/** A whole number without prefix as strconv.Atoi reads it. */
export function parseGoAtoi(text: string): GoNumber {
  if (!/^[+-]?\d+$/.test(text)) return refused("Atoi", text, "invalid syntax");
  const value = Number(text);
  return Math.abs(value) >= 2 ** 63 ? refused("Atoi", text, "value out of range") : { outcome: "read", value };
}

/** A number without sign as strconv.ParseUint reads it with base 10. */
export function parseGoUint(text: string, bits: number): GoNumber {
  if (!/^\d+$/.test(text)) return refused("ParseUint", text, "invalid syntax");
  const value = Number(text);
  return value >= 2 ** bits ? refused("ParseUint", text, "value out of range") : { outcome: "read", value };
}

/** A floating point number as strconv.ParseFloat reads it. */
export function parseGoFloat(text: string): GoNumber {
  if (/^[+-]?(?:inf|infinity|nan)$/i.test(text)) return { outcome: "read", value: Number.NaN };
  if (
    !/^[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?$|^[+-]?0[xX][\da-fA-F_]*\.?[\da-fA-F_]*[pP][+-]?\d+$/.test(
      text,
    )
  ) {
    return refused("ParseFloat", text, "invalid syntax");
  }
  return { outcome: "read", value: Number(text.replaceAll("_", "")) };
}

function parseInteger(fn: string, text: string, signLength: number, magnitudeBits: number): GoNumber {
  const digits = text.slice(signLength);
  const isInteger =
    /^(?:0|[1-9](?:_?\d)*)$/.test(digits) ||
    /^0_?[0-7](?:_?[0-7])*$/.test(digits) ||
    /^0[xX](?:_?[\da-fA-F])+$/.test(digits) ||
    /^0[oO](?:_?[0-7])+$/.test(digits) ||
    /^0[bB](?:_?[01])+$/.test(digits);
  if (!isInteger) return refused(fn, text, "invalid syntax");
  const plain = digits.replaceAll("_", "");
  const magnitude = BigInt(/^0[0-7]+$/.test(plain) ? `0o${plain}` : plain);
  const negative = text.startsWith("-");
  const limit = 1n << BigInt(magnitudeBits);
  if (negative ? magnitude > limit : magnitude >= limit) return refused(fn, text, "value out of range");
  return { outcome: "read", value: Number(negative ? -magnitude : magnitude) };
}

function refused(fn: string, text: string, problem: string): GoNumber {
  return { outcome: "refused", problem: `strconv.${fn}: parsing ${JSON.stringify(text)}: ${problem}` };
}
