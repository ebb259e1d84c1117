import { rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@authgraph/testkit";
import { afterAll, expect, test } from "vitest";
import { openPaths } from "./path-sources.ts";

const folder = folderWith({ "in/a.yaml": "a", "in/b.yaml": "b", "c.yaml": "c" });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file that goes between being listed and being read is told, and the others are read", async () => {
  const named = join(folder, "c.yaml");
  const opened = await openPaths({ paths: [join(folder, "in"), named], rootfs: undefined, isOurs: () => true });
  if (opened.outcome !== "found") throw new Error(opened.message);
  const { sources, unreadable } = opened;
  const met: string[] = [];
  for (const file of sources.list()) {
    met.push(file.outcome === "skipped" ? `${file.path}: ${file.reason}` : file.path);
    if (met.length === 1) for (const name of ["in/b.yaml", "c.yaml"]) unlinkSync(join(folder, name));
  }
  expect(met).toEqual([join(folder, "in/a.yaml"), `${join(folder, "in/b.yaml")}: read error`, `${named}: read error`]);
  expect(unreadable).toEqual([`cannot read ${named}: read error`]);
});
