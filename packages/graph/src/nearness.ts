/**
 * The variants of an object that are nearest to a place: those of the same text, else those of the same folder, else
 * all. What Kubernetes itself creates stands nowhere, and everything is equally near to it.
 */
export function nearest<T extends { readonly path: string | undefined }>(
  variants: readonly T[],
  path: string | undefined,
): readonly T[] {
  if (variants.length <= 1 || path === undefined) return variants;
  const inText = variants.filter((variant) => variant.path === path);
  if (inText.length > 0) return inText;
  const folder = folderOf(path);
  const inFolder = variants.filter((variant) => variant.path !== undefined && folderOf(variant.path) === folder);
  return inFolder.length > 0 ? inFolder : variants;
}

/** The folder of a path, `""` for the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
