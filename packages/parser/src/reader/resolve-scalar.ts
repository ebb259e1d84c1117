/**
 * What goyaml makes of a scalar (go.yaml.in/yaml/v2 resolve.go): its type in Go, and how that is spelled in the JSON
 * which sigs.k8s.io/yaml hands to the decoder.
 */
export interface ResolvedScalar {
  readonly type: "string" | "int" | "uint64" | "float64" | "bool" | "nil" | "timestamp" | "merge";
  /** As JSON spells it; of a string the string itself; `+Inf`, `-Inf` and `NaN` have no spelling in JSON. */
  readonly spelling: string;
}

const TAG_PREFIX = "tag:yaml.org,2002:";

const words: ReadonlyMap<string, ResolvedScalar> = new Map([
  ...entries("bool", "true", ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]),
  ...entries("bool", "false", ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]),
  ...entries("nil", "null", ["", "~", "null", "Null", "NULL"]),
  ...entries("float64", "NaN", [".nan", ".NaN", ".NAN"]),
  ...entries("float64", "+Inf", [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"]),
  ...entries("float64", "-Inf", ["-.inf", "-.Inf", "-.INF"]),
]);

function entries(
  type: ResolvedScalar["type"],
  spelling: string,
  forms: readonly string[],
): readonly (readonly [string, ResolvedScalar])[] {
  return forms.map((form) => [form, { type, spelling }] as const);
}

/** The type of a plain scalar without a tag. */
export function resolvePlain(value: string): ResolvedScalar {
  const word = words.get(value);
  if (word !== undefined) return word;
  const first = value.charCodeAt(0);
  if (first === 0x2e) return resolvePointFloat(value);
  const numeric = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d;
  return numeric ? resolveNumber(value) : { type: "string", spelling: value };
}

// strconv.ParseFloat, which takes underscores between digits.
const pointFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;

function resolvePointFloat(value: string): ResolvedScalar {
  return (
    (pointFloat.test(value) ? floatOf(value.replaceAll("_", "")) : undefined) ?? { type: "string", spelling: value }
  );
}

// strconv.ParseInt with base 0: a leading 0 means octal.
const integer = /^([-+]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+)|0([0-7]*)|([1-9][0-9]*))$/;
// strconv.ParseInt of what follows `0b`, with base 2, lets a sign through.
const signedBinary = /^0b([-+])([01]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

const MAX_INT = 2n ** 63n - 1n;
const MIN_INT = -(2n ** 63n);
const MAX_UINT = 2n ** 64n - 1n;

function resolveNumber(value: string): ResolvedScalar {
  const plain = value.includes("_") ? value.replaceAll("_", "") : value;
  const match = integer.exec(plain);
  if (match !== null) {
    const [, sign = "", prefixed, octal, decimal] = match;
    const magnitude = BigInt(prefixed?.toLowerCase() ?? decimal ?? (octal === "" ? "0" : `0o${octal}`));
    const resolved = intOf(sign === "-" ? -magnitude : magnitude, sign === "");
    if (resolved !== undefined) return resolved;
  }
  const binary = signedBinary.exec(plain);
  if (binary !== null) {
    const magnitude = BigInt(`0b${binary[2] ?? "0"}`);
    const resolved = intOf(binary[1] === "-" ? -magnitude : magnitude, false);
    if (resolved !== undefined) return resolved;
  }
  return (float.test(plain) ? floatOf(plain) : undefined) ?? { type: "string", spelling: value };
}

function intOf(value: bigint, mayBeUnsigned: boolean): ResolvedScalar | undefined {
  if (value >= MIN_INT && value <= MAX_INT) return { type: "int", spelling: value.toString() };
  if (mayBeUnsigned && value <= MAX_UINT) return { type: "uint64", spelling: value.toString() };
  return undefined;
}

function floatOf(text: string): ResolvedScalar | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? { type: "float64", spelling: spellFloat(value) } : undefined;
}

/** encoding/json's form of a float, which is JavaScript's but for the sign of zero. */
function spellFloat(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A tagged scalar, or why Go refuses it. */
export function resolveTagged(tag: string, value: string): ResolvedScalar | { readonly problem: string } {
  const name = tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : "";
  switch (name) {
    case "bool":
    case "int":
    case "float":
    case "null":
    case "timestamp":
      return resolveTyped(name, value);
    case "binary": {
      const text = decodeBase64(value);
      if (text === undefined) return { problem: "!!binary value contains invalid base64 data" };
      return { type: "string", spelling: text };
    }
  }
  return { type: "string", spelling: value };
}

const tagOfType = {
  string: "str",
  int: "int",
  uint64: "int",
  float64: "float",
  bool: "bool",
  nil: "null",
  timestamp: "timestamp",
  merge: "merge",
} as const;

function resolveTyped(
  wanted: "bool" | "int" | "float" | "null" | "timestamp",
  value: string,
): ResolvedScalar | { readonly problem: string } {
  if (wanted === "timestamp" && isTimestamp(value)) return { type: "timestamp", spelling: value };
  const resolved = resolvePlain(value);
  const found = tagOfType[resolved.type];
  if (found === wanted) return resolved;
  if (wanted === "float" && resolved.type === "int") {
    return { type: "float64", spelling: spellFloat(Number(resolved.spelling)) };
  }
  return { problem: `cannot decode !!${found} \`${value}\` as a !!${wanted}` };
}

const timestamp =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

/** The forms of resolve.go allowedTimestampFormats, as time.Parse takes them. */
function isTimestamp(value: string): boolean {
  const match = timestamp.exec(value);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > lastDay) return false;
  const [hour = 0, minute = 0, second = 0] = [4, 5, 6].map((i) => Number(match[i] ?? match[i + 5] ?? 0));
  return hour < 24 && minute < 60 && second < 60 && Number(match[7] ?? 0) <= 24 && Number(match[8] ?? 0) < 60;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** base64.StdEncoding, line breaks ignored; then bytes as encoding/json writes them, one U+FFFD for each that is no UTF-8. */
function decodeBase64(value: string): string | undefined {
  const packed = value.replace(/[\r\n]/g, "");
  if (!base64.test(packed)) return undefined;
  const bytes = Buffer.from(packed, "base64");
  let text = "";
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes, i);
    text += length === 0 ? "\ufffd" : bytes.toString("utf8", i, i + length);
    i += Math.max(1, length);
  }
  return text;
}

function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  if (length > 2) {
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return 0;
  }
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** A scalar as the key of a JSON object; undefined where sigs.k8s.io/yaml refuses it (convertToJSONableObject). */
export function spellKey(resolved: ResolvedScalar): string | undefined {
  switch (resolved.type) {
    case "nil":
    case "uint64":
      return undefined;
    case "float64":
      return spellFloatKey(resolved.spelling);
    case "string":
    case "int":
    case "bool":
    case "timestamp":
    case "merge":
      return resolved.spelling;
  }
}

/** strconv.FormatFloat(value, 'g', -1, 32): the shortest digits that give the same float32. */
function spellFloatKey(spelling: string): string {
  if (spelling === "NaN") return ".nan";
  if (spelling.endsWith("Inf")) return spelling.startsWith("-") ? "-.inf" : ".inf";
  const value = Math.fround(Number(spelling));
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  if (!Number.isFinite(value)) return value < 0 ? "-.inf" : ".inf";
  let digits = 1;
  while (digits < 9 && Math.fround(Number(value.toPrecision(digits))) !== value) digits++;
  const [mantissa = "", exponentText = "0"] = value.toExponential(digits - 1).split("e");
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) {
    return value.toFixed(Math.max(0, digits - 1 - exponent));
  }
  const magnitude = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${magnitude}`;
}
