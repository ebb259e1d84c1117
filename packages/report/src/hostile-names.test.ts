import type { Run } from "@authgraph/engine";
import {
  formatSchemaCheck,
  hostileNames,
  markdownHtml,
  sarifProblems,
  sarifSchemaCheck,
  sarifValidatorMissing,
  scanTexts,
  xmlProblems,
} from "@authgraph/testkit";
import { DOMParser, type Document } from "@xmldom/xmldom";
import { beforeAll, describe, expect, it } from "vitest";
import { renderCheckstyle } from "./checkstyle.ts";
import { renderCsv } from "./csv.ts";
import { renderGithub } from "./github.ts";
import { renderGitlab } from "./gitlab.ts";
import { renderJunit } from "./junit.ts";
import { renderMarkdown } from "./markdown.ts";
import { printable } from "./printable.ts";
import { renderRdjson, renderRdjsonl } from "./rdjson.ts";
import { renderSarif } from "./sarif.ts";

/** A binding of cluster-admin to each hostile name, in a file of that name. */
function hostileCluster(): Readonly<Record<string, string>> {
  const files = Object.values(hostileNames).map((name, index) => {
    const binding = {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name: `binding-${index}` },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
      subjects: [{ kind: "User", name, apiGroup: "rbac.authorization.k8s.io" }],
    };
    // A slash would be a folder, and a name of bytes that are no characters is no name of a file here.
    const path = `${index} ${name
      .replaceAll("/", "")
      .replace(/\p{Cs}/gu, "")
      .slice(0, 100)}.json`;
    return [path, JSON.stringify(binding, null, 1)] as const;
  });
  return Object.fromEntries(files);
}

const formats: Readonly<Record<string, (run: Run) => Iterable<string>>> = {
  checkstyle: renderCheckstyle,
  csv: renderCsv,
  github: renderGithub,
  gitlab: renderGitlab,
  junit: renderJunit,
  markdown: renderMarkdown,
  rdjson: renderRdjson,
  rdjsonl: renderRdjsonl,
  sarif: renderSarif,
};

const text = (chunks: Iterable<string>): string => [...chunks].join("");
const texts = hostileCluster();
let run: Run;
beforeAll(async () => {
  run = await scanTexts(texts);
});

it("names are in findings of the world", () => {
  const named = new Set(run.findings.map(({ identity }) => identity.subject));
  // The reader takes half a character for U+FFFD, as Go does.
  const whole = Object.values(hostileNames).filter((name) => !/\p{Cs}/u.test(name));
  for (const name of whole) expect(named).toContain(`User ${name}`);
});

describe.each(Object.keys(formats))("%s", (format) => {
  const report = (): string => text(formats[format]?.(run) ?? []);

  it("has nothing in it that a terminal or a runner obeys, or that nobody sees", () => {
    const shown = format === "csv" ? report().replaceAll("\r\n", "\n") : report();
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(shown).not.toMatch(/##(?:\[|vso\[)/i);
    const commands = shown.split("\n").filter((line) => /^\s*::/.test(line));
    for (const command of commands)
      expect([format, command]).toEqual(["github", expect.stringMatching(/^::\w+ file=\d/)]);
  });

  it("is the same each time, and in whatever order the files were read", async () => {
    const reversed = await scanTexts(Object.fromEntries(Object.entries(texts).toReversed()));
    expect(text(formats[format]?.(reversed) ?? [])).toBe(report());
  });
});

it("GitLab and reviewdog get the paths as they are", () => {
  const paths = new Set(Object.keys(texts));
  const issues: readonly { readonly location: { readonly path: string } }[] = JSON.parse(text(renderGitlab(run)));
  const rdjson: { readonly diagnostics: typeof issues; readonly source: object } = JSON.parse(text(renderRdjson(run)));
  expect(formatSchemaCheck("gitlab-code-quality")(issues)).toEqual([]);
  expect(formatSchemaCheck("rdjson")(rdjson)).toEqual([]);
  for (const all of [issues, rdjson.diagnostics]) {
    expect(all).toHaveLength(run.findings.length);
    for (const { location } of all) expect(paths).toContain(location.path);
  }
});

function parsed(xml: string): Document {
  const problems: string[] = [];
  // The reader has put U+FFFD for what was no character; that is worth a warning there.
  const onError = (level: string, message: string): number => (level === "warning" ? 0 : problems.push(message));
  const document = new DOMParser({ onError }).parseFromString(xml, "text/xml");
  expect(problems).toEqual([]);
  return document;
}

describe("XML", () => {
  it("of JUnit is as its schema wants it, and says what was found", async () => {
    const xml = text(renderJunit(run));
    expect(await xmlProblems("junit", new Map([["hostile", xml]]))).toEqual([]);
    const failures = [...parsed(xml).getElementsByTagName("failure")].map(({ textContent }) => textContent).join("\n");
    for (const { title } of run.findings) {
      // U+FFFE and U+FFFF are in no XML.
      expect(failures).toContain(printable(title).replace(/[\ufffe\uffff]/g, ""));
    }
  });

  it("of Checkstyle is as its schema wants it, and names the files", async () => {
    const xml = text(renderCheckstyle(run));
    expect(await xmlProblems("checkstyle", new Map([["hostile", xml]]))).toEqual([]);
    const names = [...parsed(xml).getElementsByTagName("file")].map((element) => element.getAttribute("name"));
    const holdable = (path: string): string =>
      path.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
    expect(new Set(names)).toEqual(new Set(Object.keys(texts).map(holdable)));
  });
});

it("CSV has a row for each finding, no cell of which is a formula", () => {
  const rows = csvRows(text(renderCsv(run)));
  const [head = []] = rows;
  expect(head.slice(0, 10).join()).toBe("rule,severity,title,subject,binding,role,namespace,path,line,fingerprint");
  expect(rows).toHaveLength(run.findings.length + 1);
  for (const row of rows) {
    expect(row).toHaveLength(head.length);
    for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  }
});

/** As RFC 4180 has it: quoted fields may hold anything, quotes doubled. */
function csvRows(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [field = "", quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    expect(field).not.toBe("");
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  expect(csv).toMatch(/\r\n$/);
  return rows;
}

describe("Markdown", () => {
  it("shows the names and makes nothing of them", async () => {
    const markdown = text(renderMarkdown(run, { limit: 1_000_000 }));
    const html = await markdownHtml(markdown);
    expect(html).not.toMatch(/<(?:a|img|script|em|strong|s|hr|h1|h2|h4|pre)\b/);
    expect(html.match(/<h3>/g)).toHaveLength(1);
    expect(html.match(/<!--/g)).toBeNull();
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? 0);
    const rows = html.match(/<tr>.*?<\/tr>/gs) ?? [];
    expect(rows).toHaveLength(run.findings.length + 1);
    for (const row of rows) expect(row.match(/<t[hd]>/g)).toHaveLength(4);
    const shown = new Set(
      rows.map((row) => characters(/<td>.*?<\/td>\s*<td>(.*?)(?: \(\+\d+\))?<\/td>/s.exec(row)?.[1] ?? "")),
    );
    const short = run.findings.filter(({ title }) => printable(title).length <= 400);
    expect(short.length).toBeGreaterThan(10);
    for (const { title } of short) expect(shown).toContain(printable(title));
  });

  it("mentions nobody and refers to nothing", async () => {
    const html = await markdownHtml(text(renderMarkdown(run, { limit: 1_000_000 })));
    const outsideCode = html.replace(/<code>.*?<\/code>/gs, "");
    expect(decoded(outsideCode)).not.toMatch(/@\w|#\d|:tada:|https?:\/\/|www\./);
  });
});

/** What a browser shows of HTML. */
function decoded(html: string): string {
  const names: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_entity, number: string) => String.fromCodePoint(Number(number)))
    .replace(/&\w+;/g, (entity) => names[entity] ?? entity);
}

/** The same without the characters that only part others. */
function characters(html: string): string {
  return decoded(html).replaceAll("\u200b", "");
}

it("SARIF is valid and says the same", ({ skip }) => {
  skip(sarifValidatorMissing !== undefined, sarifValidatorMissing);
  const sarif = text(renderSarif(run));
  expect(sarifSchemaCheck()(JSON.parse(sarif))).toEqual([]);
  expect(sarifProblems(new Map([["hostile", sarif]]))).toEqual([]);
});
