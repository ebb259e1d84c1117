/** A path that a file names, relative ones seen from its folder (tools/clientcmd/loader.go ResolveLocalPaths, and its like). */
export function pathFrom(file: string, path: string): string {
  if (path.startsWith("/")) return path;
  const parts: string[] = [];
  for (const part of `${file.slice(0, file.lastIndexOf("/") + 1)}${path}`.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `${file.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
