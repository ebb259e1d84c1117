import type { Flag } from "./facts.ts";
import { readCsv } from "./go-csv.ts";

/** The occurrence of a scalar flag that counts: the last (pflag sets each in turn). */
export function lastFlag(flags: readonly Flag[], name: string): Flag | undefined {
  return flags.findLast((flag) => flag.name === name);
}

/** A list flag's elements, each with the occurrence that gives it. */
export interface FlagValue {
  readonly value: string;
  readonly flag: Flag;
}

/**
 * The elements of a stringSlice flag: each occurrence is one CSV record and adds to those before it
 * (github.com/spf13/pflag string_slice.go readAsCSV, Set). Undefined: some occurrence is no CSV, an error at start.
 */
export function flagValues(flags: readonly Flag[], name: string): readonly FlagValue[] | undefined {
  const values: FlagValue[] = [];
  for (const flag of flags) {
    if (flag.name !== name || flag.value === undefined || flag.value === "") continue;
    // Only the first record is read, so an error after it does no harm; none at all is io.EOF, an error as well.
    const record = readCsv(flag.value).records[0];
    if (record === undefined) return undefined;
    for (const { value } of record.fields) values.push({ value, flag });
  }
  return values;
}

/** A boolean as Go's strconv.ParseBool takes it; undefined for anything else, which is an error at start. */
export function parseGoBool(text: string): boolean | undefined {
  switch (text) {
    case "1":
    case "t":
    case "T":
    case "TRUE":
    case "true":
    case "True":
      return true;
    case "0":
    case "f":
    case "F":
    case "FALSE":
    case "false":
    case "False":
      return false;
    default:
      return undefined;
  }
}
