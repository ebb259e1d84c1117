import { readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import type { OpenedFile } from "@authgraph/engine";
import { readInputFile } from "./read-file.ts";

/** What an absolute path of the described machine names, below `rootfs`. */
export function fileInRootfs(rootfs: string, path: string): OpenedFile | undefined {
  const at = pathInRootfs(rootfs, path);
  return at === undefined ? undefined : regularFile(at);
}

/** A file on the disk, unless it is something else: a pipe would be waited for. */
export function regularFile(path: string): OpenedFile | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readInputFile(path, "regular file") : undefined;
}

/** As many symlinks one path may go through (Linux: MAXSYMLINKS). */
const mostLinks = 40;

/**
 * Where an absolute path of the described machine lies below `rootfs`: `..` and symlinks lead where they would lead
 * that machine, so never out of the folder. Undefined where they lead in a circle.
 */
function pathInRootfs(rootfs: string, path: string): string | undefined {
  const walked: string[] = [];
  const ahead = path.split("/").reverse();
  let links = 0;
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      walked.pop();
      continue;
    }
    const target = linkTarget(join(rootfs, ...walked, part));
    if (target === undefined) {
      walked.push(part);
      continue;
    }
    links++;
    if (links > mostLinks) return undefined;
    if (target.startsWith("/")) walked.length = 0;
    ahead.push(...target.split("/").reverse());
  }
  return join(rootfs, ...walked);
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
