import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { pathWithin } from "../files/project-tree.ts";
import { pathsFrom } from "./paths-from.ts";

const here = process.cwd();

test.each([
  ["where we stand", "."],
  ["below", "deploy"],
  ["above", ".."],
  ["beside", "../beside"],
  ["elsewhere", "/elsewhere"],
])("paths from a folder %s are what they are on the disk", (_what, folder) => {
  const from = pathsFrom(resolve(folder));
  const paths = [
    "a.yaml",
    "deploy/a.yaml",
    "deploy/x/a.yaml",
    "deploying/a.yaml",
    "..",
    "../a.yaml",
    "../beside/a.yaml",
  ];
  const odd = [
    "./a.yaml",
    "deploy/./a.yaml",
    "deploy/../a.yaml",
    "deploy//a.yaml",
    "deploy/x/",
    "a./b",
    ".hidden/a",
    "",
  ];
  for (const path of [...paths, ...odd, join(here, "deploy/a.yaml"), "/elsewhere/a.yaml", "deploy"]) {
    expect([path, from(path)]).toEqual([path, pathWithin(resolve(folder), path)]);
  }
});
