import {
  type ComponentFlags,
  type ComponentInvocation,
  type Flag,
  flagValues,
  type KnownMinor,
} from "@authgraph/kubernetes";
import type { Assumption, EffectiveSetting, Inventory } from "../types.ts";

/**
 * Every setting of a component that its command line gives, and the default of every flag that its minor has and nothing
 * gives. A flag of a list adds to those of its name before it, of the rest the last one counts (pflag).
 */
export function settingsOfFlags(
  { componentFacts }: Pick<Inventory, "componentFacts">,
  { component, flags }: ComponentInvocation,
  minor: KnownMinor,
): ReadonlyMap<string, EffectiveSetting> {
  const known = componentFacts.flags(component, minor);
  const settings = new Map<string, EffectiveSetting>();
  for (const name of new Set(flags.map((flag) => flag.name))) {
    settings.set(name, givenSetting(known, name, flags));
  }
  for (const [name, { default: value }] of known.flags) {
    if (settings.has(name)) continue;
    const origin = { kind: "built-in", of: `default of ${component}` } as const;
    const values = defaultsOf(known, name, value);
    settings.set(name, { name, values, ...listMark(known, name), doubt: undefined, layer: "default", origin });
  }
  return settings;
}

function givenSetting(known: ComponentFlags, name: string, all: readonly Flag[]): EffectiveSetting {
  const flags = all.filter((flag) => flag.name === name);
  const last = flags.at(-1) ?? { name, value: undefined, origin: noFlag, unresolved: false };
  const { origin } = last;
  const layer = origin.kind === "built-in" ? "installer" : "flag";
  const doubtful = flags.find(({ unresolved }) => unresolved);
  if (doubtful !== undefined) return { name, values: undefined, doubt: valueNotGiven(doubtful), layer, origin };
  return { name, values: valuesOf(known, name, flags), ...listMark(known, name), doubt: undefined, layer, origin };
}

const listTypes: ReadonlySet<string> = new Set(["strings", "stringArray", "mapStringBool", "namedCertKey"]);

function listMark({ flags }: ComponentFlags, name: string): { readonly isList?: boolean } {
  return listTypes.has(flags.get(name)?.type ?? "") ? { isList: true } : {};
}

/** As `--help` prints them: a list in brackets. */
function defaultsOf(known: ComponentFlags, name: string, written: string | undefined): readonly string[] {
  if (listMark(known, name).isList !== true) return [written ?? zeroOf(known, name)];
  const text = (written ?? "").replace(/^\[|\]$/g, "");
  return text === "" ? [] : text.split(",");
}

const noFlag = { kind: "built-in", of: "no flag" } as const;

function valuesOf(known: ComponentFlags, name: string, flags: readonly Flag[]): readonly string[] {
  switch (known.flags.get(name)?.type) {
    case "strings":
    case "mapStringBool":
      return (flagValues(flags, name) ?? []).map(({ value }) => value);
    case "stringArray":
    case "mapStringString":
      return flags.map(({ value }) => value ?? "");
    default:
      return [flags.at(-1)?.value ?? ""];
  }
}

function valueNotGiven({ name, value, origin }: Flag): Assumption {
  return { text: `the value of --${name}${value === undefined ? "" : ` (${value})`} is not among the inputs`, origin };
}

/** pflag prints no default that is false, empty or zero. */
function zeroOf({ flags }: ComponentFlags, name: string): string {
  switch (flags.get(name)?.type) {
    case "bool":
      return "false";
    case "int":
    case "int32":
    case "float32":
    case "float":
      return "0";
    case "duration":
      return "0s";
    default:
      return "";
  }
}
