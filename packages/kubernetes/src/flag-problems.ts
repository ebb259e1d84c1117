import type { ComponentFlag } from "./component-flags.ts";
import { parseGoBool } from "./flag-values.ts";
import { readCsv } from "./go-csv.ts";
import { parseGoDuration } from "./go-duration.ts";
import { type GoNumber, parseGoAtoi, parseGoFloat, parseGoInt, parseGoUint } from "./go-numbers.ts";

/**
 * What a component says of a flag's value that is not of its type; undefined where it takes the value. The words after
 * `invalid argument "x" for "--flag" flag: ` (github.com/spf13/pflag, k8s.io/component-base/cli/flag: Set).
 */
export function flagValueProblem(
  { name, type }: Pick<ComponentFlag, "name" | "type">,
  value: string,
): string | undefined {
  switch (type) {
    case "bool":
      if (parseGoBool(value) !== undefined) return undefined;
      return `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
    case "int":
      return problemOf(parseGoInt(value, 64));
    case "int32":
      return problemOf(parseGoInt(value, 32));
    case "int32Slice":
      return firstProblem(value, (part) => problemOf(parseGoInt(part, 32)));
    case "float":
    case "float32":
      return problemOf(parseGoFloat(value));
    case "duration":
      return durationProblem(value);
    case "Level":
      return problemOf(parseGoUint(value, 31));
    case "pattern=N,...":
      return firstProblem(value, (part) => patternProblem(part));
    case "ip":
      return value === "" || isGoIp(value.trim()) ? undefined : `failed to parse IP: ${JSON.stringify(value)}`;
    case "strings":
      return csvProblem(value);
    case "mapStringBool":
      return pairsProblem(value, "=", "malformed pair, expect string=bool", boolProblem);
    case "colonSeparatedMultimapStringString":
      // A gate without a component in front is the server's own.
      if (name === "feature-gates") return undefined;
      return pairsProblem(value, ":", "malformed pair, expect string:string", () => undefined);
    case "mapStringString":
      // `--runtime-config` takes a key alone.
      if (name === "runtime-config") return undefined;
      if (name === "oidc-required-claim")
        return value.includes("=") ? undefined : "malformed pair, expect string=string";
      // `memory.available<100Mi` (k8s.io/component-base/cli/flag: LangleSeparatedMapStringString).
      if (name === "eviction-hard" || name === "eviction-soft")
        return pairsProblem(value, "<", "malformed pair, expect string<string", () => undefined);
      return pairsProblem(value, "=", "malformed pair, expect string=string", () => undefined);
    case "stringToString":
      return value.includes("=") ? undefined : `${value} must be formatted as key=value`;
    case "namedCertKey":
      return namedCertKeyProblem(value);
    case "portRange":
      return portRangeProblem(value.trim());
    default:
      return undefined;
  }
}

function problemOf(number: GoNumber): string | undefined {
  return number.outcome === "refused" ? number.problem : undefined;
}

function durationProblem(value: string): string | undefined {
  const duration = parseGoDuration(value);
  return "problem" in duration ? duration.problem : undefined;
}

function firstProblem(value: string, problem: (part: string) => string | undefined): string | undefined {
  for (const part of value.split(",")) {
    const found = problem(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** k8s.io/component-base/logs/api/v1/pflags.go: vmoduleConfigurationPFlag.Set. */
function patternProblem(part: string): string | undefined {
  if (part === "") return undefined;
  const [pattern = "", level = "", ...more] = part.split("=");
  if (pattern === "" || level === "" || more.length > 0)
    return `${JSON.stringify(part)} does not have the pattern=N format`;
  const problem = problemOf(parseGoUint(level, 31));
  return problem && `parsing verbosity in ${JSON.stringify(part)}: ${problem}`;
}

/** Only the first record counts (pflag string_slice.go: readAsCSV). */
function csvProblem(value: string): string | undefined {
  if (value === "") return undefined;
  const { records, error } = readCsv(value);
  if (records.length > 0) return undefined;
  if (error === undefined) return "EOF";
  const place = `parse error on line ${error.line}, column ${error.offset + 1}`;
  return `${place}: ${error.message}`;
}

function pairsProblem(
  value: string,
  separator: string,
  malformed: string,
  problem: (name: string, value: string) => string | undefined,
): string | undefined {
  for (const pair of value.split(",")) {
    if (pair === "") continue;
    const at = pair.indexOf(separator);
    if (at < 0) return malformed;
    const found = problem(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    if (found !== undefined) return found;
  }
  return undefined;
}

function boolProblem(name: string, value: string): string | undefined {
  if (parseGoBool(value) !== undefined) return undefined;
  const problem = `strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`;
  return `invalid value of ${name}: ${value}, err: ${problem}`;
}

/** k8s.io/component-base/cli/flag/namedcertkey_flag.go: NamedCertKey.Set. */
function namedCertKeyProblem(value: string): string | undefined {
  const colon = value.indexOf(":");
  const files = (colon < 0 ? value : value.slice(0, colon)).trim();
  if (colon >= 0 && value.slice(colon + 1).trim() === "") return "empty names list is not allowed";
  return files.split(",").length === 2 ? undefined : "expected comma separated certificate and key file paths";
}

/** k8s.io/apimachinery/pkg/util/net/port_range.go: PortRange.Set. */
function portRangeProblem(value: string): string | undefined {
  if (value === "") return undefined;
  const [hyphen, plus] = [value.indexOf("-"), value.indexOf("+")];
  if (hyphen >= 0 && plus >= 0) return `unable to parse port range: ${value}`;
  const at = Math.max(hyphen, plus);
  const low = parseGoAtoi(at < 0 ? value : value.slice(0, at));
  const second = at < 0 ? low : parseGoAtoi(value.slice(at + 1));
  if (low.outcome === "refused") return low.problem;
  if (second.outcome === "refused") return second.problem;
  const high = plus >= 0 ? low.value + second.value : second.value;
  if (low.value > 65535 || high > 65535) return `the port range cannot be greater than 65535: ${value}`;
  return high < low.value ? `end port cannot be less than start port: ${value}` : undefined;
}

/** An address as net.ParseIP takes it: no leading zeros, no zone. */
export function isGoIp(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2 || !text.includes(":")) return false;
  let groups = 0;
  for (const [i, half] of halves.entries()) {
    if (half === "") continue;
    const parts = half.split(":");
    for (const [j, part] of parts.entries()) {
      const isLast = i === halves.length - 1 && j === parts.length - 1;
      if (isLast && isIpv4(part)) groups += 2;
      else if (/^[\da-fA-F]{1,4}$/.test(part)) groups += 1;
      else return false;
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}
