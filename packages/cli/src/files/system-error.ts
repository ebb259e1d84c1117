import { codeOf } from "./walk.ts";

/** What the operating system has against a path, in words; its own short name where it is a rare one. */
export function systemError(error: unknown): string {
  const code = codeOf(error);
  return (code === undefined ? undefined : words.get(code)) ?? code ?? "unknown error";
}

const words: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ENOENT", "there is no such file or folder"],
  ["ENOTDIR", "a part of the path is no folder"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its symlinks lead in a circle"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ENOSPC", "there is no space left"],
  ["EROFS", "the file system is read-only"],
]);
