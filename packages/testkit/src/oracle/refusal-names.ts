/**
 * What a server's recorded first words name: flags, quoted values, paths, fields. None for words that name nothing, as
 * those of a panic.
 */
export function refusalNames(error: readonly string[]): readonly string[] {
  const text = error.join("\n").replaceAll('\\"', '"');
  const found = text.matchAll(
    /--([a-z][a-z0-9-]+)|"([^"]{2,60})"|(\/[\w./-]{3,})|\b([a-z]\w*(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)+)/g,
  );
  return [...found]
    .map((match) => match.slice(1).find((part) => part !== undefined) ?? "")
    .filter((name) => name !== "" && name !== "command failed" && name !== "run.go");
}
