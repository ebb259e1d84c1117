import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { InputFile, Sources } from "@authgraph/engine";

/** Every file below a folder, under paths relative to it, in byte order. No symlinks, no gitignore: for tests. */
export function folderSources(folder: string): Sources {
  const read = (path: string): InputFile => ({ outcome: "read", path, bytes: readFileSync(join(folder, path)) });
  return {
    list: () => filesBelow(folder).map(read),
    find: (path, accepted = () => true) => {
      const tail = filesBelow(folder).find((candidate) => `/${candidate}`.endsWith(path) && accepted(candidate));
      return tail === undefined ? undefined : read(tail);
    },
  };
}

/** Relative paths of all files below a folder, in byte order; the folder itself may be one file. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder) || statSync(folder).isFile()) return [];
  return [...listBelow(folder, "")].sort();
}

function listBelow(folder: string, prefix: string): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return listBelow(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** The texts of a test's own small cluster, by path. */
export function textSources(texts: Readonly<Record<string, string>>): Sources {
  const encoder = new TextEncoder();
  const files = Object.entries(texts).map(
    ([path, text]): InputFile => ({ outcome: "read", path, bytes: encoder.encode(text) }),
  );
  return {
    list: () => files,
    find: (path, accepted = () => true) => files.find((file) => `/${file.path}`.endsWith(path) && accepted(file.path)),
  };
}
