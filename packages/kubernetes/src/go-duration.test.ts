import { describe, expect, it } from "vitest";
import { parseGoDuration, printGoDuration } from "./go-duration.ts";

// Go's time package: ParseDuration and Duration.String, by their documentation and tests.
describe("durations as Go reads and prints them", () => {
  it.each([
    ["0", "0s"],
    ["5m", "5m0s"],
    ["1h30m", "1h30m0s"],
    ["-1.5s", "-1.5s"],
    ["+3s", "3s"],
    ["100ms", "100ms"],
    ["1us", "1\u00b5s"],
    ["90s", "1m30s"],
    ["8760h", "8760h0m0s"],
    [".5s", "500ms"],
    ["1.s", "1s"],
  ])("%s is %s", (text, printed) => {
    const read = parseGoDuration(text);
    expect("nanoseconds" in read ? printGoDuration(read.nanoseconds) : read.problem).toBe(printed);
  });

  it.each([
    ["", 'time: invalid duration ""'],
    ["5", 'time: missing unit in duration "5"'],
    ["1d", 'time: unknown unit "d" in duration "1d"'],
    ["m", 'time: invalid duration "m"'],
    [".s", 'time: invalid duration ".s"'],
    ["-", 'time: invalid duration "-"'],
    ["9999999h", 'time: invalid duration "9999999h"'],
  ])("%j is none", (text, problem) => {
    expect(parseGoDuration(text)).toEqual({ problem });
  });
});
