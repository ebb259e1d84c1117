import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateKubernetes } from "../scripts/generate-kubernetes.ts";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";

const missing = sharedPath("data/kubernetes") === undefined;

test.skipIf(missing)(`generated modules are up to date${missing ? ` (${sharedMaterialMissing})` : ""}`, async () => {
  const stale: string[] = [];
  for (const { path, content } of await generateKubernetes()) {
    if (readFileSync(checkoutPath(path), "utf8") !== content) stale.push(path);
  }
  expect(stale, "run `pnpm generate`").toEqual([]);
});
