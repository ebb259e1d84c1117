import { Command } from "commander";
import { expect, test } from "vitest";
import { declareScanOptions } from "../commands/scan-options.ts";
import { plainHookOptions } from "./whole-hook.ts";

test("what a plain hook asks for is what its command line says", () => {
  const command = new Command("scan").argument("[path...]");
  const read = declareScanOptions(command);
  command.parse(["--staged"], { from: "user" });
  const options = read([]);
  const plain = plainHookOptions({ AUTHGRAPH_CACHE_DIR: process.env.AUTHGRAPH_CACHE_DIR });
  expect(Object.fromEntries(Object.keys(plain).map((name) => [name, Reflect.get(options, name)]))).toEqual(plain);
});
