import { readFileSync } from "node:fs";
import { checkoutPath, runAuthgraph } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";

const readme = readFileSync(checkoutPath("README.md"), "utf8");
const guide = readFileSync(checkoutPath("docs/guides/control-plane.md"), "utf8");
/** The guide, and the part of the README that leads to it. */
const text = `${guide}\n${readme.slice(readme.indexOf("## From flags and files"))}`;
const cwd = checkoutPath("fixtures/clusters/control-plane");

/** `authgraph …`, then what it is piped into: the two programs that the guide uses, as far as it does. */
const examples = [...text.matchAll(/^```text\n\$ authgraph ([^\n|]*?)(?: \| ([^\n]+))?\n(.*?)^```$/gms)].map(
  ([, command = "", filter = "", shown = ""]) => ({ command, filter, shown }),
);

/** What `head -n NUMBER` or `jq -c '{a, b}'` makes of a text. */
function filtered(text: string, filter: string): string {
  const lines = text.split("\n").slice(0, -1);
  const count = /^head -n (\d+)$/.exec(filter)?.[1];
  if (count !== undefined) return linesText(lines.slice(0, Number(count)));
  const members = /^jq -c '\{(.*)\}'$/.exec(filter)?.[1]?.split(", ");
  if (members === undefined) return text;
  return linesText(
    lines.map((line) => {
      const answer = JSON.parse(line);
      return JSON.stringify(Object.fromEntries(members.map((name) => [name, answer[name] ?? null])));
    }),
  );
}

function linesText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

describe("the guide to control planes", () => {
  it("has an example for each of its commands", () => {
    expect(new Set(examples.map(({ command }) => command.split(" ")[0]))).toEqual(
      new Set(["apiserver", "request", "whoami"]),
    );
  });

  it.each(examples)("shows what `authgraph $command` prints", async ({ command, filter, shown }) => {
    const { stdout } = await runAuthgraph(command.split(" "), { cwd });
    expect(filtered(stdout, filter).trimEnd()).toBe(shown.trimEnd());
  });
});
