import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { InputFile, Sources } from "@authgraph/engine";
import { gitRepository, type TestRepository } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { openPaths } from "../path-sources.ts";
import { type GitState, projectTreeOf } from "./git-state.ts";
import { readIndexEntries } from "./index-file.ts";
import { findRepository, type Repository } from "./repository.ts";
import { openBase, openRevision } from "./revision.ts";
import { programOf } from "./run-git.ts";
import { openStaged } from "./staged.ts";
import { isNamedIn, treeSources } from "./tree-sources.ts";

const made: TestRepository[] = [];
afterAll(() => {
  for (const { folder } of made) rmSync(folder, { recursive: true, force: true });
});

function repository(files: Readonly<Record<string, string>> = {}, initialize: readonly string[] = []): TestRepository {
  const one = gitRepository(files, initialize);
  made.push(one);
  return one;
}

function found({ folder }: TestRepository): Repository {
  const one = findRepository(folder);
  if (one === undefined) throw new Error(`${folder} is a repository`);
  return one;
}

const isYaml = (path: string) => path.endsWith(".yaml");

function staged(one: TestRepository): { readonly before: GitState; readonly after: GitState } {
  const result = openStaged(found(one), isYaml);
  if (result.outcome === "unable") throw new Error(result.message);
  return result;
}

/** What reading gives: the text of a file, or why there is none. Paths are from the root. */
function contents(state: GitState, paths: readonly string[] = []): Readonly<Record<string, string>> {
  const root = state.repository.root;
  const given = paths.length === 0 ? [root] : paths.map((path) => join(root, path));
  const sources = treeSources(state, { paths: given, rootfs: undefined, isOurs: isYaml });
  return Object.fromEntries(listing(root, sources));
}

function listing(root: string, sources: Sources): readonly (readonly [path: string, text: string])[] {
  return Array.from(sources.list(), (file) => [resolve(file.path).slice(root.length + 1), textOf(file)]);
}

function textOf(listed: InputFile | undefined): string {
  const file = listed?.outcome === "blob" ? listed.read() : listed;
  if (file === undefined) return "nothing";
  return file.outcome === "read" ? Buffer.from(file.bytes).toString() : `(${file.reason})`;
}

describe("an index", () => {
  const files = Object.fromEntries(
    ["a.yaml", "a/b.yaml", "a-b.yaml", `${"long/".repeat(820)}c.yaml`, "ü/ñ.yaml"].map((path) => [path, path]),
  );
  const printed = (one: TestRepository) =>
    one
      .git("ls-files", "--stage", "-z")
      .split("\0")
      .filter((line) => line !== "");
  const read = (one: TestRepository) => readIndexEntries(readFileSync(join(one.folder, ".git/index")));
  const lines = (one: TestRepository) =>
    read(one)?.map(({ mode, id, stage, path }) => `${mode.toString(8)} ${id} ${stage}\t${path}`);

  test.each(["2", "3", "4"])("of version %s is read as git prints it", (version) => {
    const short = Object.fromEntries(Object.entries(files).filter(([path]) => path.length < 200));
    const one = repository(short);
    // Version 3 is written where an entry has more flags than fit.
    if (version === "3") {
      one.write({ "later.yaml": "later" });
      one.git("add", "--intent-to-add", "later.yaml");
    } else one.git("update-index", "--index-version", version);
    expect(readFileSync(join(one.folder, ".git/index")).readUInt32BE(4)).toBe(Number(version));
    expect(lines(one)).toEqual(printed(one));
  });

  test("holds names longer than their length can be written", () => {
    const one = repository({ "a.yaml": "a" });
    const id = one.git("rev-parse", "HEAD:a.yaml").trim();
    one.git("update-index", "--add", "--cacheinfo", `100644,${id},${"long/".repeat(820)}c.yaml`);
    expect(lines(one)).toEqual(printed(one));
  });

  test.each([
    [
      "split in two",
      () => {
        const one = repository({ "a.yaml": "a", "b.yaml": "b" });
        one.git("update-index", "--split-index");
        one.write({ "c.yaml": "c" });
        one.git("add", "c.yaml");
        return one;
      },
    ],
    [
      "of SHA-256",
      () => {
        const one = repository({ "a.yaml": "a", "b.yaml": "b" }, ["--object-format=sha256"]);
        one.write({ "c.yaml": "c" });
        one.git("add", "c.yaml");
        return one;
      },
    ],
    [
      "with folders in the place of their files",
      () => {
        const one = repository({ "a.yaml": "a", "deep/b.yaml": "b" });
        one.write({ "c.yaml": "c" });
        one.git("add", "c.yaml");
        one.git("sparse-checkout", "set", "--cone", "--sparse-index", "elsewhere");
        return one;
      },
    ],
  ])("%s is left to git", (_what, make) => {
    const one = make();
    expect(read(one)).toBeUndefined();
    const { before, after } = staged(one);
    const paths = Object.keys(contents(before));
    expect(Object.keys(contents(after))).toEqual([...paths, "c.yaml"].sort());
  });

  test("that is damaged is not read, whatever of it is", () => {
    const one = repository({ "a.yaml": "a", "deep/b.yaml": "b" });
    for (const version of ["2", "4"]) {
      one.git("update-index", "--index-version", version);
      const whole = readFileSync(join(one.folder, ".git/index"));
      for (let at = 0; at < whole.length; at++) {
        for (const value of [0, 0x7f, 0xff]) {
          const damaged = Buffer.from(whole);
          damaged[at] = value;
          if (!damaged.equals(whole)) expect(readIndexEntries(damaged)).toBeUndefined();
          // Without a checksum nothing but its form says that it is damaged.
          const unchecked = Buffer.concat([damaged.subarray(0, -20), Buffer.alloc(20)]);
          expect(() => readIndexEntries(unchecked)).not.toThrow();
        }
        expect(readIndexEntries(whole.subarray(0, at))).toBeUndefined();
      }
    }
  });

  test("of noise is none", () => {
    expect(readIndexEntries(Buffer.from("DIRC and nothing that follows from it"))).toBeUndefined();
    expect(readIndexEntries(Buffer.alloc(0))).toBeUndefined();
  });
});

describe("what is staged", () => {
  test("is the index, not the working tree; before it stands HEAD", () => {
    const one = repository({ "kept.yaml": "kept", "changed.yaml": "1", "gone.yaml": "gone", "old.yaml": "moved" });
    one.write({ "changed.yaml": "2", "new.yaml": "new", "gone.yaml": undefined });
    one.git("mv", "old.yaml", "deep.yaml");
    one.git("add", "--all");
    one.write({ "changed.yaml": "3", "untracked.yaml": "untracked", "kept.yaml": undefined, "later.yaml": "later" });
    one.git("add", "--intent-to-add", "later.yaml");
    const { before, after } = staged(one);
    expect(contents(before)).toEqual({
      "changed.yaml": "1",
      "gone.yaml": "gone",
      "kept.yaml": "kept",
      "old.yaml": "moved",
    });
    expect(contents(after)).toEqual({
      "changed.yaml": "2",
      "deep.yaml": "moved",
      "kept.yaml": "kept",
      "new.yaml": "new",
    });
  });

  test("is all new before the first commit", () => {
    const one = repository();
    one.write({ "a.yaml": "a" });
    one.git("add", "a.yaml");
    const { before, after } = staged(one);
    expect([contents(before), contents(after)]).toEqual([{}, { "a.yaml": "a" }]);
  });

  test("is nothing where nothing ever was", () => {
    const { before, after } = staged(repository());
    expect([contents(before), contents(after)]).toEqual([{}, {}]);
  });

  test("is not known while there are conflicts", () => {
    const one = repository({ "a.yaml": "1" });
    one.git("checkout", "--quiet", "-b", "other");
    one.commit({ "a.yaml": "2" });
    one.git("checkout", "--quiet", "main");
    one.commit({ "a.yaml": "3" });
    expect(() => one.git("merge", "other")).toThrow();
    expect(openStaged(found(one), isYaml)).toEqual({
      outcome: "unable",
      message: "the index has conflicts, so nobody knows yet what a commit would hold; resolve and stage a.yaml",
    });
  });

  test("of a linked working tree is its own", () => {
    const one = repository({ "a.yaml": "a" });
    const linked = join(one.folder, "linked");
    one.git("worktree", "add", "--quiet", linked);
    one.git("-C", linked, "rm", "--quiet", "a.yaml");
    const there = { ...one, folder: linked };
    expect([contents(staged(there).after), contents(staged(one).after)]).toEqual([{}, { "a.yaml": "a" }]);
  });
});

describe("sources of a tree", () => {
  test("meet files as a walk does, and say what they leave out", async () => {
    const one = repository({
      "a-b.yaml": "1",
      "a/z.yaml": "2",
      "a.yaml": "3",
      "notes.md": "notes",
      "binary.yaml": "a\0b",
      "deep/in/c.yaml": "4",
    });
    symlinkSync("a.yaml", join(one.folder, "link-to-input.yaml"));
    symlinkSync("notes.md", join(one.folder, "link-to-notes.yaml"));
    symlinkSync("nowhere", join(one.folder, "link-to-nothing.yaml"));
    symlinkSync("/etc/passwd", join(one.folder, "link-out.yaml"));
    const other = repository({ "outside.yaml": "outside" });
    symlinkSync(
      relative(join(one.folder, "deep"), join(other.folder, "outside.yaml")),
      join(one.folder, "deep/link-up.yaml"),
    );
    symlinkSync("deep", join(one.folder, "folder.yaml"));
    symlinkSync("folder.yaml/in/c.yaml", join(one.folder, "through.md"));
    symlinkSync("circle.yaml", join(one.folder, "circle.yaml"));
    one.git("add", "--all");
    const sources = treeSources(staged(one).after, { paths: [one.folder], rootfs: undefined, isOurs: isYaml });
    const expected = [
      ["a/z.yaml", "2"],
      ["a-b.yaml", "1"],
      ["a.yaml", "3"],
      ["binary.yaml", "(binary)"],
      ["circle.yaml", "(broken symlink)"],
      ["deep/in/c.yaml", "4"],
      ["deep/link-up.yaml", "(symlink out of the project)"],
      ["folder.yaml", "(symlink to a folder)"],
      ["link-out.yaml", "(symlink out of the project)"],
      ["link-to-input.yaml", "(symlink to another input)"],
      ["notes.md", "notes"],
      ["link-to-nothing.yaml", "(broken symlink)"],
      ["through.md", "(not a format we read)"],
    ];
    expect(listing(one.folder, sources)).toEqual(expected);
    const walked = await openPaths({ paths: [one.folder], rootfs: undefined, isOurs: isYaml });
    expect(walked.outcome === "found" ? listing(one.folder, walked.sources) : walked.message).toEqual(expected);
  });

  test("leave submodules out", () => {
    const one = repository({ "a.yaml": "a" });
    const id = one.git("rev-parse", "HEAD").trim();
    one.git("update-index", "--add", "--cacheinfo", `160000,${id},module`);
    expect(contents(staged(one).after)).toEqual({ "a.yaml": "a", module: "(submodule)" });
  });

  test("stay within the paths that were named", () => {
    const one = repository({ "a/1.yaml": "1", "a/b/2.yaml": "2", "ab/3.yaml": "3", "c.yaml": "4" });
    const { after } = staged(one);
    expect(contents(after, ["a/b", "c.yaml", "a"])).toEqual({ "a/b/2.yaml": "2", "c.yaml": "4", "a/1.yaml": "1" });
    expect(contents(after, ["a/**/*.yaml"])).toEqual({ "a/1.yaml": "1", "a/b/2.yaml": "2" });
    expect(isNamedIn(after, "")).toBe(false);
    const names = ["none", "a", "a/*.yaml", "*.md", "../elsewhere"];
    expect(names.map((path) => isNamedIn(after, join(one.folder, path)))).toEqual([false, true, true, false, false]);
  });

  test("find what flags name, by the tail of its path or below the root of the machine", () => {
    const one = repository({ "node/etc/kubernetes/tokens.csv": "tokens", "a.yaml": "a", "other/secret.csv": "secret" });
    symlinkSync("/etc/kubernetes/tokens.csv", join(one.folder, "node/absolute.csv"));
    symlinkSync("../../../../../other/secret.csv", join(one.folder, "node/etc/up.csv"));
    one.git("add", "--all");
    const { after } = staged(one);
    const open = (rootfs: string | undefined) => {
      const sources = treeSources(after, { paths: [one.folder], rootfs, isOurs: isYaml });
      expect([...sources.list()]).not.toEqual([]);
      return (path: string) => textOf(sources.find(path));
    };
    const byTail = open(undefined);
    expect([byTail("/etc/kubernetes/tokens.csv"), byTail("/kubernetes/tokens.csv"), byTail("/s/tokens.csv")]).toEqual([
      "tokens",
      "tokens",
      "nothing",
    ]);
    expect(byTail("/absolute.csv")).toBe("nothing");
    const below = open(join(one.folder, "node"));
    expect([
      below("/etc/kubernetes/tokens.csv"),
      below("/absolute.csv"),
      below("/etc/up.csv"),
      below("/a.yaml"),
    ]).toEqual(["tokens", "tokens", "nothing", "nothing"]);
  });

  test("name contents as git does", () => {
    const one = repository({ "a.yaml": "a" });
    const sources = treeSources(staged(one).after, { paths: [one.folder], rootfs: undefined, isOurs: isYaml });
    expect([...sources.list()]).toMatchObject([{ outcome: "blob", id: one.git("rev-parse", "HEAD:a.yaml").trim() }]);
  });

  test("read a project's own files without leaving it", async () => {
    const one = repository({ "authgraph.yaml": "1", "deep/a.yaml": "a" });
    symlinkSync("../authgraph.yaml", join(one.folder, "deep/link.yaml"));
    symlinkSync("/etc/passwd", join(one.folder, "out.yaml"));
    one.git("add", "--all");
    one.write({ "authgraph.yaml": "2" });
    const tree = projectTreeOf(staged(one).after);
    const read = async (path: string) => {
      const file = await tree.read(path);
      return file.outcome === "read"
        ? Buffer.from(file.bytes).toString()
        : file.outcome === "missing"
          ? "missing"
          : file.reason;
    };
    expect(await Promise.all(["authgraph.yaml", "deep/link.yaml", "none.yaml", "out.yaml", "deep"].map(read))).toEqual([
      "1",
      "1",
      "missing",
      "it is a symlink out of the project",
      "it is no file",
    ]);
  });
});

describe("a revision", () => {
  const one = repository({ "a.yaml": "1" });
  one.git("tag", "first");
  one.git("checkout", "--quiet", "-b", "change");
  one.commit({ "b.yaml": "b" });
  one.git("checkout", "--quiet", "main");
  one.commit({ "a.yaml": "2" });
  one.git("checkout", "--quiet", "change");

  test.each([
    ["main", { "a.yaml": "2" }],
    ["first", { "a.yaml": "1" }],
    ["HEAD", { "a.yaml": "1", "b.yaml": "b" }],
    ["main~1", { "a.yaml": "1" }],
  ])("%s", (name, expected) => {
    const result = openRevision(found(one), name);
    expect(result.outcome === "opened" ? contents(result.state) : result.message).toEqual(expected);
  });

  test.each(["nonsense", "--upload-pack=touch", "", "HEAD:a.yaml"])("'%s' is none", (name) => {
    expect(openRevision(found(one), name)).toEqual({
      outcome: "unable",
      message: `git knows no revision "${name}" here`,
    });
  });

  test("a change starts where it branched off", () => {
    const base = openBase(found(one), "main");
    const id = one.git("rev-parse", "first").slice(0, 12);
    expect(base.outcome === "opened" ? [base.state.name, contents(base.state)] : base.message).toEqual([
      `${id}, where this branched off main`,
      { "a.yaml": "1" },
    ]);
    const straight = openBase(found(one), "first");
    expect(straight.outcome === "opened" ? straight.state.name : straight.message).toBe("first");
    const byHash = openBase(found(one), one.git("rev-parse", "first").trim());
    expect(byHash.outcome === "opened" ? byHash.state.name : byHash.message).toBe(id);
  });

  test("without common history is compared with as it is", () => {
    one.git("checkout", "--quiet", "--orphan", "alone");
    one.commit({ "c.yaml": "c" });
    const base = openBase(found(one), "main");
    expect(base.outcome === "opened" ? [base.state.name, contents(base.state)] : base.message).toEqual([
      "main",
      { "a.yaml": "2" },
    ]);
  });

  test("is not there in a shallow clone", () => {
    const shallow = repository();
    one.git("checkout", "--quiet", "change");
    rmSync(shallow.folder, { recursive: true });
    one.git("clone", "--quiet", "--depth", "1", `file://${one.folder}`, shallow.folder);
    const hint = "this clone is shallow; check out its history too (actions/checkout: `fetch-depth: 0`)";
    expect(openBase(found(shallow), "main")).toEqual({
      outcome: "unable",
      message: `git knows no revision "main" here: ${hint}`,
    });
    shallow.git("fetch", "--quiet", "--depth", "1", "origin", "main:main");
    expect(openBase(found(shallow), "main")).toEqual({
      outcome: "unable",
      message: `where this branched off main is not known: ${hint}`,
    });
  });

  test("says when contents are missing in this clone", () => {
    one.git("config", "uploadpack.allowFilter", "true");
    const partial = repository();
    rmSync(partial.folder, { recursive: true });
    one.git("clone", "--quiet", "--filter=blob:none", "--branch", "change", `file://${one.folder}`, partial.folder);
    const result = openRevision(found(partial), "origin/main");
    if (result.outcome === "unable") throw new Error(result.message);
    expect(contents(result.state)).toEqual({ "a.yaml": "(read error)" });
    expect(result.state.blobs.problem()).toMatch(/lacks contents|git says/);
  });
});

test("on Windows no program of the folder we stand in is taken for git", () => {
  const folder = repository({ "git.exe": "" }).folder;
  const elsewhere = repository({ "git.exe": "" }).folder;
  expect(programOf("win32", { Path: `.;relative;${elsewhere}` })).toBe(join(elsewhere, "git.exe"));
  expect(programOf("win32", { Path: "." })).toBeUndefined();
  expect(programOf("win32", {})).toBeUndefined();
  expect(programOf("linux", { PATH: folder })).toBe("git");
});
