import { deepStrictEqual } from "node:assert";
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type FactCache, openPack, type Run, scan } from "@authgraph/engine";
import { decodeBytes, parse } from "@authgraph/parser";
import { renderJson } from "@authgraph/report";
import { ruleset } from "@authgraph/ruleset";
import { afterAll, describe, expect, test } from "vitest";
import { filesBelow, folderSources } from "./folder-sources.ts";
import { folderWith, runAuthgraph } from "./run-command.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

const program = "0".repeat(40);
const folders = { "cases of the rules": checkoutPath("rules"), fixtures: checkoutPath("fixtures") };
const corpus = sharedPath("corpus");

describe("facts from a pack equal parsed facts, places included", () => {
  test.each(Object.entries(folders))("%s", (_name, folder) => comparePacked(folder));
  test.skipIf(corpus === undefined)(`real files (${sharedMaterialMissing})`, { timeout: 120_000 }, () => {
    comparePacked(corpus ?? "");
  });
});

function comparePacked(folder: string): void {
  const texts = filesBelow(folder).map((path) => {
    const source = { path, text: decodeBytes(readFileSync(join(folder, path))).text };
    return { content: { id: "1", path, role: undefined }, source };
  });
  const first = openPack(undefined, { program });
  for (const { content, source } of texts) first.keep(content, parse(source));
  const second = openPack(first.packed(), { program });
  let found = 0;
  for (const { content, source } of texts) {
    const facts = second.find(content, () => source);
    if (facts === undefined) continue;
    found++;
    const parsed = parse(source);
    deepStrictEqual(facts, parsed);
    deepStrictEqual(sharing(facts), sharing(parsed));
  }
  // The others quote what may be a secret, or are of a form that is read anew each time.
  expect(found).toBeGreaterThan(texts.length / 2);
}

/** Which objects are the same one, by where they are met first. Rules ask that of some. */
function sharing(value: object): readonly number[] {
  const met = new Map<object, number>();
  const order: number[] = [];
  const visit = (one: unknown): void => {
    // What is empty is nobody's.
    if (typeof one !== "object" || one === null || (Array.isArray(one) && one.length === 0)) return;
    if (one instanceof Map && one.size === 0) return;
    const known = met.get(one);
    order.push(known ?? met.size);
    if (known !== undefined) return;
    met.set(one, met.size);
    for (const item of one instanceof Map ? [...one].flat() : Object.values(one)) visit(item);
  };
  visit(value);
  return order;
}

describe("a scan tells the same whatever it finds in the cache", () => {
  test("nothing, some, all", { timeout: 60_000 }, async () => {
    const folder = checkoutPath("rules");
    const without = await scanned(folder, undefined);
    const cold = openPack(undefined, { program });
    expect(await scanned(folder, cold)).toBe(without);
    const warm = openPack(cold.packed(), { program });
    expect(await scanned(folder, warm)).toBe(without);
    expect(warm.packed()).toBeUndefined();
    const some: FactCache = {
      find: (content, source) => (content.path.length % 2 === 0 ? warm.find(content, source) : undefined),
      keep: () => {},
    };
    expect(await scanned(folder, some)).toBe(without);
  });
});

async function scanned(folder: string, cache: FactCache | undefined): Promise<string> {
  const result = await scan({
    sources: folderSources(folder),
    rules: ruleset,
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-11-24T00:00:00Z",
    onFile: () => {},
    cache,
  });
  return result.outcome === "done" ? jsonOf(result.run) : result.message;
}

function jsonOf(run: Run): string {
  return [...renderJson(run)].join("");
}

describe("the command line", () => {
  const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`team/app-${i}.yaml`, manifest(i)]));
  const folder = folderWith({ ...files, "token.env": "TOKEN=planted-secret\n" });
  const caches = folderWith({});
  afterAll(() => {
    for (const each of [folder, caches]) rmSync(each, { recursive: true });
  });
  const scanJson = (...args: readonly string[]) =>
    runAuthgraph(["scan", ".", "-f", "json", "--at", "2026-11-24", ...args], { cwd: folder });

  test("says the same with a cache, without one, and with a broken one", { timeout: 60_000 }, async () => {
    const cache = join(caches, "some", "where");
    const without = await scanJson("--no-cache");
    expect(without.code).toBe(1);
    expect(await scanJson("--cache-dir", cache)).toEqual(without);
    const [pack = ""] = readdirSync(cache);
    expect(readFileSync(join(cache, pack)).includes("planted-secret")).toBe(false);
    expect(await scanJson("--cache-dir", cache)).toEqual(without);
    truncateSync(join(cache, pack), 1000);
    expect(await scanJson("--cache-dir", cache)).toEqual(without);
    writeFileSync(join(cache, pack), "no pack");
    expect(await scanJson("--cache-dir", cache)).toEqual(without);
    expect(readdirSync(cache)).toEqual([pack]);
  });

  test("sees a file that changed without growing", { timeout: 60_000 }, async () => {
    const cache = join(caches, "changing");
    await scanJson("--cache-dir", cache);
    const path = join(folder, "team/app-7.yaml");
    writeFileSync(path, manifest(7).replace("verbs: [get]", "verbs: ['*']"));
    const warm = await scanJson("--cache-dir", cache);
    expect(warm).toEqual(await scanJson("--no-cache"));
    writeFileSync(path, manifest(7));
    expect(warm).not.toEqual(await scanJson("--cache-dir", cache));
  });

  test("works where nothing can be kept, and where several run at once", { timeout: 60_000 }, async () => {
    const without = await scanJson("--no-cache");
    writeFileSync(join(caches, "file"), "");
    expect(await scanJson("--cache-dir", join(caches, "file", "below"))).toEqual(without);
    const homeless = { cwd: folder, env: { HOME: "", XDG_CACHE_HOME: "", AUTHGRAPH_CACHE_DIR: "" } };
    expect(await runAuthgraph(["scan", ".", "-f", "json", "--at", "2026-11-24"], homeless)).toEqual(without);
    const shared = join(caches, "shared");
    mkdirSync(shared);
    const all = await Promise.all([1, 2, 3, 4].map(() => scanJson("--cache-dir", shared)));
    for (const one of all) expect(one).toEqual(without);
    expect(await scanJson("--cache-dir", shared)).toEqual(without);
  });
});

function manifest(i: number): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app-${i}, namespace: team}
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: app-${i}, namespace: team}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: app-${i}}
subjects:
- {kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:authenticated"}
`;
}
