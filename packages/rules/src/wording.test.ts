import { describe, expect, test } from "vitest";
import { firstThatFits, fitTitle } from "./wording.ts";

describe("a title has 140 characters at most", () => {
  const long = "x".repeat(200);

  test("the consequence is never cut", () => {
    const title = fitTitle(`${long} can act as User root`, ", which makes it cluster-admin");
    expect(title).toBe(`${"x".repeat(109)}…, which makes it cluster-admin`);
    expect(title).toHaveLength(140);
  });

  test("half a word is left out, but not half a long name", () => {
    const end = ", which makes it cluster-admin";
    expect(fitTitle(`${"x".repeat(100)} can read namespaces`, end)).toBe(`${"x".repeat(100)} can read…${end}`);
    expect(fitTitle(`can read ${long}`, end)).toBe(`can read ${"x".repeat(100)}…${end}`);
  });

  test("of several the first that fits", () => {
    expect(firstThatFits([long, "short", "shorter"], ", which is cluster-admin")).toBe("short, which is cluster-admin");
  });
});
