import type { Run } from "@authgraph/engine";
import { findingOf, hop, runOf, sampleRun } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { type MarkdownOptions, renderMarkdown } from "./markdown.ts";

const markdown = (run: Run, options?: MarkdownOptions): string => [...renderMarkdown(run, options)].join("");
const source = { path: "a.yaml", text: "kind: Role\nname: x\n" };

describe("a comment", () => {
  it("looks like this", async () => {
    await expect(markdown(sampleRun, { category: "prod" })).toMatchFileSnapshot("golden/markdown.md");
  });

  it("says that nothing was found", () => {
    expect(markdown(runOf([]))).toMatch(/^### authgraph: no findings\n\n<sub>/);
  });

  it.each([
    [undefined, "### authgraph"],
    ["authgraph/prod", "<!-- authgraph:authgraph/prod -->\n### "],
    ["a-->b", "<!-- authgraph:a-b -->\n### "],
  ])("of category %s begins with %s", (category, start) => {
    expect(markdown(runOf([]), { category })).toMatch(new RegExp(`^${start}`));
  });

  it("links to files and rules where it is told how", () => {
    const urlOf = (path: string, line: number): string => `https://git.example/o/r/blob/abc/${path}#L${line}`;
    const text = markdown(runOf([findingOf(hop(source, "x", "here", 1))]), { urlOf, docsUrl: "https://docs.example" });
    expect(text).toContain('<a href="https://git.example/o/r/blob/abc/a.yaml#L2"><code>a.yaml:2</code></a>');
    expect(text).toContain('<a href="https://docs.example/rules/rbac-grant-anonymous.md">');
  });
});

describe("a change", () => {
  const place = hop(source, "x", "");
  const excuse = {
    kind: "suppression",
    text: "ignore[rbac-bind] -- <b>trust me</b>",
    origin: place.origin,
    applied: false,
  };
  const setting = { setting: "kube-apiserver: anonymous requests", before: "refused", after: "let in", wider: true };
  const change = {
    since: "origin/main",
    risks: { new: 1, worse: 1, old: 3, gone: [] },
    access: [{ cluster: "default", comparison: { subjects: [], settings: [{ ...setting, origin: place.origin }] } }],
    diagnostics: [],
    filesSkipped: [],
    excuses: [excuse],
  };
  const run = runOf([findingOf(place, { state: "new" }), findingOf(place, { state: "worse" })], { change });

  it("begins with what it does, and what it brings along to keep findings silent", () => {
    expect(markdown(run).split("\n").slice(0, 14)).toEqual([
      "### authgraph: 2 findings: 2 critical",
      "",
      "Since <code>origin/main</code>: 1 risk new, 1 worse, 3 known and not shown.",
      "",
      "**Added to keep findings silent**",
      "",
      "- suppression: ignore&#91;rbac-bind&#93; -- &#60;b&#62;trust me&#60;/b&#62; (<code>a.yaml:2</code>, not taken from the change itself)",
      "",
      "**For everybody**",
      "",
      "- **kube-apiserver: anonymous requests: refused, now let in** (<code>a.yaml:2</code>)",
      "",
      "",
      "| Severity | Finding | Where | Rule |",
    ]);
  });

  it("says of which finding it was there before", () => {
    expect(markdown(run).match(/^\| critical(?:, \w+)?/gm)).toEqual(["| critical", "| critical, worse"]);
  });

  it("of any size leaves room for the findings", () => {
    const huge = { ...change, access: Array.from({ length: 9_000 }, () => change.access).flat() };
    const text = markdown({ ...run, change: huge });
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text).toMatch(/more lines left out/);
    expect(text.match(/^\| critical/gm)).toHaveLength(2);
  });
});

describe("the limit", () => {
  const many = runOf(
    Array.from({ length: 2_000 }, (_, i) => findingOf(hop(source, "x", `é ${i}`, 1), { title: `finding ${i} é` })),
  );

  it.each([[undefined], [10_000], [900 * 1024]])("of %s bytes is kept, and what is left out counted", (limit) => {
    const text = markdown(many, { limit });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit ?? 60_000);
    const rows = text.match(/^\| critical \|/gm)?.length ?? 0;
    const left = Number(/^(\d+) more findings? left out/m.exec(text)?.[1] ?? 0);
    expect(rows).toBeGreaterThan(20);
    expect(rows + left).toBe(2_000);
    expect(text.match(/<details>/g)).toHaveLength(10);
  });

  it("is used: a small limit shows the worst first, a large one all", () => {
    expect(markdown(many, { limit: 5_000 })).toContain("finding 0 ");
    expect(markdown(many, { limit: 900 * 1024 })).not.toContain("left out");
  });
});
