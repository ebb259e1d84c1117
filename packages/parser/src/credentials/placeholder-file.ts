/**
 * Whether a file stands for one that somebody puts in its place: it holds no PEM block, and words or marks that say so.
 * What the server would make of it is then not known; that it would refuse it would be told of every repository that
 * keeps its keys elsewhere.
 */
export function isPlaceholderFile(text: string): boolean {
  if (text.includes("-----BEGIN ")) return false;
  return /\{\{|\$\{|<[^>\n]{2,}>|\.\.\.|placeholder|redacted|replace|change.?me|dummy|secret|your/i.test(text);
}
