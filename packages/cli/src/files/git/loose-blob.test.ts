import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitRepository } from "@authgraph/testkit";
import { afterAll, expect, test } from "vitest";
import { looseBlob } from "./loose-blob.ts";

const one = gitRepository({ "a.txt": "hello\n", "b.txt": "" });
const gitFolder = join(one.folder, ".git");
afterAll(() => rmSync(one.folder, { recursive: true }));

const hello = "ce013625030ba8dba906f756967f9e9ca394464a";
const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

test("reads what git has just written", () => {
  expect(looseBlob({ gitFolder }, hello)?.toString()).toBe("hello\n");
  expect(looseBlob({ gitFolder }, empty)?.toString()).toBe("");
});

test("leaves everything else to git: other objects, broken ones, packed ones, what is not there", () => {
  expect(looseBlob({ gitFolder }, one.git("rev-parse", "HEAD").trim())).toBeUndefined();
  expect(looseBlob({ gitFolder }, hello.replace("c", "d"))).toBeUndefined();
  const file = join(gitFolder, "objects", hello.slice(0, 2), hello.slice(2));
  chmodSync(file, 0o644);
  writeFileSync(file, "no zlib");
  expect(looseBlob({ gitFolder }, hello)).toBeUndefined();
  rmSync(file);
  one.git("hash-object", "-w", "a.txt");
  one.git("repack", "-adq");
  one.git("prune-packed");
  expect(looseBlob({ gitFolder }, hello)).toBeUndefined();
});
