import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkoutPath } from "../shared-material.ts";

const read = (path: string): string => readFileSync(checkoutPath(path), "utf8");
const guide = read("docs/guides/github.md");

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}
const action: Metadata = parse(read("action.yml"));

/** The first cells of the rows of a table, with what is quoted in them. */
function rows(header: string): ReadonlyMap<string, string> {
  const table = guide.slice(guide.indexOf(header)).split("\n\n")[0] ?? "";
  return new Map(
    table
      .split("\n")
      .slice(2)
      .flatMap((row) => {
        const [, names = "", value = ""] = row.split("|").map((cell) => cell.trim());
        return [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => [name, value.replaceAll("`", "")] as const);
      }),
  );
}

describe("the guide to GitHub", () => {
  it("has the inputs of action.yml, with their defaults", () => {
    const written = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
    expect([...rows("| input |")]).toEqual(written);
  });

  it("has the outputs of action.yml", () => {
    expect([...rows("| output |").keys()].sort()).toEqual(Object.keys(action.outputs).sort());
  });

  it("names the action as the workflow to copy does", () => {
    const reference = /OWNER\/authgraph@\S+ # v\S+/g;
    const [used] = read("docs/guides/github-workflow.yml").match(reference) ?? [];
    expect(new Set(guide.match(reference))).toEqual(new Set([used]));
  });
});
