import { expect, test } from "vitest";
import { indexNames, nearName } from "./near-names.ts";

const known = indexNames(["view", "deployer", "secret-reader", "app-1-reader", "Admin", "web-frontend", "web-backend"]);

test.each<[string, string | undefined]>([
  // Nothing to say of a name that is known.
  ["deployer", undefined],
  ["Deployer", "deployer"],
  ["admin", "Admin"],
  ["deploer", "deployer"],
  ["views", "view"],
  ["vi", undefined],
  ["secret-raeder", "secret-reader"],
  ["secrets-readers", "secret-reader"],
  ["secretz-readerzz", undefined],
  // Another number is another thing.
  ["app-2-reader", undefined],
  ["app-1-readr", "app-1-reader"],
  ["web-f", undefined],
])("%s is a slip of %s", (name, meant) => {
  expect(nearName(name, known)?.name).toBe(meant);
});

test("two that are equally near are none", () => {
  expect(nearName("reader-x", indexNames(["reader-a", "reader-b"]))).toBeUndefined();
});
