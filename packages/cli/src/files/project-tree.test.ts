import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@authgraph/testkit";
import { afterAll, expect, test } from "vitest";
import { pathWithin, projectRoot, workingTree } from "./project-tree.ts";

const folder = folderWith({
  "outside.yaml": "outside",
  "repository/.git/HEAD": "",
  "repository/deploy/web.yaml": "web",
  "repository/authgraph.yaml": "inside",
  "alone/a.yaml": "a",
});
const repository = join(folder, "repository");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["a folder of the repository", ["repository/deploy"], "repository"],
  ["a file of it", ["repository/deploy/web.yaml"], "repository"],
  ["the first of several", ["repository", "alone"], "repository"],
  ["a pattern", ["repository/deploy/**/*.yaml"], "repository"],
  ["no repository", ["alone/a.yaml"], "alone"],
])("the project of %s", (_what, inputs, expected) => {
  expect(projectRoot(inputs.map((path) => join(folder, path)))).toBe(join(folder, expected));
});

test.each([
  ["a/b.yaml", "b.yaml"],
  ["a", ""],
  ["ab/c.yaml", undefined],
  ["..", undefined],
])("%s within a", (path, expected) => {
  expect(pathWithin(join(folder, "a"), join(folder, path))).toBe(expected);
});

test("what is read lies in the project", async () => {
  symlinkSync("../outside.yaml", join(repository, "out.yaml"));
  symlinkSync("authgraph.yaml", join(repository, "in.yaml"));
  mkdirSync(join(repository, "folder.yaml"));
  const tree = workingTree([join(repository, "deploy")]);
  const read = async (path: string): Promise<string> => {
    const file = await tree.read(path);
    switch (file.outcome) {
      case "read":
        return Buffer.from(file.bytes).toString();
      case "missing":
        return "missing";
      case "unreadable":
        return `unreadable: ${file.reason}`;
    }
  };
  expect([
    await read("authgraph.yaml"),
    await read("deploy/web.yaml"),
    await read("in.yaml"),
    await read("none.yaml"),
    await read("out.yaml"),
    await read("../outside.yaml"),
    await read("folder.yaml"),
  ]).toEqual([
    "inside",
    "web",
    "inside",
    "missing",
    "unreadable: it is a symlink out of the project",
    "unreadable: it is a symlink out of the project",
    "unreadable: it is no file",
  ]);
});
