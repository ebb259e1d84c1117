/** A duration in nanoseconds, or what Go says about a text that is none. */
export type GoDuration = { readonly nanoseconds: bigint } | { readonly problem: string };

const units: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1000n],
  // Micro sign, and the Greek letter mu.
  ["\u00b5s", 1000n],
  ["\u03bcs", 1000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
]);

const largest = 1n << 63n;

/** A duration as Go's time.ParseDuration takes it: `1h30m`, `-1.5s`, `0`. */
export function parseGoDuration(text: string): GoDuration {
  const invalid = { problem: `time: invalid duration ${quote(text)}` };
  const negative = text.startsWith("-");
  let rest = text.replace(/^[-+]/, "");
  if (rest === "0") return { nanoseconds: 0n };
  if (rest === "") return invalid;
  let sum = 0n;
  while (rest !== "") {
    const [number = "", whole = "", fraction = ""] = /^(\d*)(?:\.(\d*))?/.exec(rest) ?? [];
    if (whole === "" && fraction === "") return invalid;
    rest = rest.slice(number.length);
    const [unit = ""] = /^[^.\d]*/.exec(rest) ?? [];
    if (unit === "") return { problem: `time: missing unit in duration ${quote(text)}` };
    const scale = units.get(unit);
    if (scale === undefined) {
      return { problem: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
    }
    rest = rest.slice(unit.length);
    sum += BigInt(whole || "0") * scale;
    if (fraction !== "") sum += (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
    if (sum > largest) return invalid;
  }
  if (!negative && sum === largest) return invalid;
  return { nanoseconds: negative ? -sum : sum };
}

/** The time package's own quoting: bytes beyond ASCII in hexadecimal. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll(/[^\x20-\x7e]+/g, (part) =>
    [...Buffer.from(part)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
  );
}

/** A duration as Go prints it (time.Duration String): `1h30m0s`, `1.5s`, `0s`. */
export function printGoDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? "-" : "";
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (size === 0n) return "0s";
  if (size < 1000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 1000n)}\u00b5s`;
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 1_000_000n)}ms`;
  const minute = 60_000_000_000n;
  const seconds = `${decimal(size % minute, 1_000_000_000n)}s`;
  const minutes = size / minute;
  if (minutes === 0n) return sign + seconds;
  return minutes < 60n ? `${sign}${minutes}m${seconds}` : `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function decimal(value: bigint, unit: bigint): string {
  const digits = unit.toString().length - 1;
  const fraction = (value % unit).toString().padStart(digits, "0").replace(/0+$/, "");
  return fraction === "" ? `${value / unit}` : `${value / unit}.${fraction}`;
}
