import { readlinkSync } from "node:fs";
import { join } from "node:path";

/** As many symlinks one path may go through (Linux: MAXSYMLINKS). */
const mostLinks = 40;

/**
 * Where an absolute path of the described machine lies below `rootfs`: `..` and symlinks lead where they would lead
 * that machine, so never out of the folder. Undefined where they lead in a circle.
 */
export function pathInRootfs(rootfs: string, path: string): string | undefined {
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
