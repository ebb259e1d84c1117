/**
 * Whether two objects look as if one person wrote them together: files of one folder, or of a folder and one below it.
 * What Kubernetes itself creates stands beside everything.
 */
export function standTogether(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const here = folderOf(one);
  const there = folderOf(other);
  return here.startsWith(there) || there.startsWith(here);
}

/** With the slash at its end. The top is a folder like others: what lies there is beside nothing below. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "/" : path.slice(0, slash + 1);
}
