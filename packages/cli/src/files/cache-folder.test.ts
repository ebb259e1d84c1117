import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type CacheOptions, cacheFolder } from "./cache-folder.ts";

test.each<
  [what: string, options: CacheOptions, env: NodeJS.ProcessEnv, platform: NodeJS.Platform, expected: string | undefined]
>([
  ["XDG_CACHE_HOME", {}, { XDG_CACHE_HOME: "/x", HOME: "/h" }, "linux", join("/x", "authgraph")],
  [
    "a relative XDG_CACHE_HOME is none",
    {},
    { XDG_CACHE_HOME: "x", HOME: "/h" },
    "linux",
    join("/h", ".cache", "authgraph"),
  ],
  ["the home of a Mac", {}, { HOME: "/h" }, "darwin", join("/h", "Library", "Caches", "authgraph")],
  ["LOCALAPPDATA", {}, { LOCALAPPDATA: "/l", HOME: "/h" }, "win32", join("/l", "authgraph")],
  ["Windows without it", {}, { HOME: "/h" }, "win32", undefined],
  ["no HOME: that of the system", {}, {}, "linux", join(homedir(), ".cache", "authgraph")],
  ["a HOME that is no place", {}, { HOME: "" }, "linux", undefined],
  ["a build server", {}, { CI: "true", HOME: "/h" }, "linux", undefined],
  ["CI=false", {}, { CI: "false", HOME: "/h" }, "linux", join("/h", ".cache", "authgraph")],
  ["a build server, asked for", { cacheDir: "/c" }, { CI: "true" }, "linux", resolve("/c")],
  ["--cache-dir", { cacheDir: "c" }, { XDG_CACHE_HOME: "/x" }, "linux", resolve("c")],
  ["an empty --cache-dir", { cacheDir: "" }, { XDG_CACHE_HOME: "/x" }, "linux", join("/x", "authgraph")],
  ["--no-cache", { cache: false, cacheDir: "/c" }, { XDG_CACHE_HOME: "/x" }, "linux", undefined],
])("%s", (_what, options, env, platform, expected) => {
  expect(cacheFolder(options, env, platform)).toBe(expected);
});
