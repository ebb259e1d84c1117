import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { checkoutPath } from "./shared-material.ts";

/** The doors: which rooms each room may enter. Data flows one way, so the order is the order of the data. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  source: [],
  kubernetes: ["source"],
  parser: ["source", "kubernetes"],
  graph: ["source", "kubernetes"],
  rules: ["source", "kubernetes", "graph"],
  ruleset: ["rules"],
  engine: ["source", "kubernetes", "parser", "graph", "rules"],
  report: ["source", "kubernetes", "rules", "engine"],
  cli: ["source", "kubernetes", "parser", "graph", "rules", "ruleset", "engine", "report"],
  testkit: ["source", "kubernetes", "parser", "graph", "rules", "ruleset", "engine", "report"],
};

/** What to do instead, where somebody is tempted. */
const advice: Readonly<Record<string, string>> = {
  "graph -> parser": "take `Located<T>` values; a live cluster feeds the graph without any text",
  "ruleset -> graph": "`@authgraph/rules` hands on what a rule needs: export it there by name",
  "ruleset -> kubernetes": "`@authgraph/rules` hands on what a rule needs: export it there by name",
  "report -> graph": "put what the output needs into `Run` or `Finding`",
  "parser -> graph": "hand on facts; whoever joins them stands behind you",
};

interface Room {
  readonly name: string;
  readonly folder: string;
  readonly sources: readonly SourceFile[];
}
interface SourceFile {
  readonly path: string;
  readonly isTest: boolean;
  readonly imports: readonly string[];
}

const rooms: readonly Room[] = [
  ...readdirSync(checkoutPath("packages")).map((name) => readRoom(name, checkoutPath("packages", name))),
  readRoom("ruleset", checkoutPath("rules")),
];

function readRoom(name: string, folder: string): Room {
  return { name, folder, sources: sourcePaths(folder).map(readSource) };
}

function sourcePaths(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return ["node_modules", "dist"].includes(entry.name) ? [] : sourcePaths(join(folder, entry.name));
    return entry.isFile() && entry.name.endsWith(".ts") ? [join(folder, entry.name)] : [];
  });
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, "utf8").replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const specifiers = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g)].map((match) => match[1] ?? "");
  // Scripts and benches drive the tool from outside, as tests do.
  const isTest = path.endsWith(".test.ts") || /[\\/](?:scripts|bench)[\\/]/.test(path);
  return { path, isTest, imports: specifiers };
}

function roomOf(specifier: string): string | undefined {
  return specifier === "authgraph" ? "cli" : /^@authgraph\/([^/]+)/.exec(specifier)?.[1];
}

function packageJson(room: Room): { dependencies?: Record<string, string>; devDependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(room.folder, "package.json"), "utf8"));
}

function projectReferences(room: Room): readonly string[] {
  const { references = [] } = JSON.parse(readFileSync(join(room.folder, "tsconfig.json"), "utf8"));
  return references.map(({ path }: { path: string }) => {
    const target = normalize(join(room.folder, path));
    return target === normalize(checkoutPath("rules")) ? "ruleset" : (target.split(sep).at(-1) ?? "");
  });
}

const show = (path: string): string => relative(checkoutPath(), path);

describe.each(rooms.map((room) => [room.name, room] as const))("%s", (name, room) => {
  const allowed = mayImport[name];

  test("is a room of the house", () => {
    expect(allowed, `${name} has no row in the table of doors: which rooms may it enter?`).toBeDefined();
  });

  test("enters only the rooms it may, through their doors", () => {
    const wrong = room.sources.flatMap(({ path, isTest, imports }) =>
      imports.flatMap((specifier) => {
        const target = roomOf(specifier);
        if (target === undefined || target === name) return [];
        if (specifier.split("/").length > 2)
          return [`${show(path)} goes past the door of ${target}: export it in its src/index.ts`];
        if (isTest && target === "testkit") return [];
        if (allowed?.includes(target)) return [];
        const hint = advice[`${name} -> ${target}`] ?? "move the code to the room whose data it needs";
        return [`${show(path)}: ${name} may not import ${target}: ${hint}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("reaches into no other room by a relative path", () => {
    const wrong = room.sources.flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith("."))
        .filter((specifier) => relative(room.folder, join(dirname(path), specifier)).startsWith(".."))
        .map((specifier) => `${show(path)} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test("imports, declared dependencies and project references say the same", () => {
    // Tests and scripts are what testkit is for.
    const sources = room.sources.filter(({ isTest }) => name === "testkit" || !isTest);
    const used = new Set(sources.flatMap(({ imports }) => imports.map(roomOf)));
    used.delete(undefined);
    used.delete(name);
    const manifest = packageJson(room);
    const declared = Object.keys(manifest.dependencies ?? {}).flatMap((dependency) => roomOf(dependency) ?? []);
    expect(declared.sort(), "declared in package.json, against what the sources import").toEqual([...used].sort());
    expect([...projectReferences(room)].sort(), "references in tsconfig.json").toEqual([...used].sort());
  });
});

test("the sources print and exit in cli alone", () => {
  const wrong = rooms
    .filter(({ name }) => name !== "cli")
    .flatMap(({ sources }) => sources.filter(({ isTest }) => !isTest))
    .filter(({ path }) => /\bconsole\.|\bprocess\.(?:exit|stdout|stderr|argv|env)\b/.test(readFileSync(path, "utf8")))
    .map(({ path }) => show(path))
    .filter((path) => !path.startsWith(join("packages", "testkit")));
  expect(wrong).toEqual([]);
});

test("only cli touches files and git; only live may touch the network", () => {
  const forbidden = /^node:(?:fs|child_process|http|https|net|tls|dgram|worker_threads)/;
  const wrong = rooms
    .filter(({ name }) => name !== "cli" && name !== "testkit" && name !== "live")
    .flatMap(({ sources }) => sources.filter(({ isTest }) => !isTest))
    .flatMap(({ path, imports }) =>
      imports.filter((specifier) => forbidden.test(specifier)).map((s) => `${show(path)}: ${s}`),
    );
  expect(wrong).toEqual([]);
});
