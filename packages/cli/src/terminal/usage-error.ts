/**
 * What commander says about a wrong command line, with our name before it and nothing that a terminal or a build log
 * would obey: file names that a hook hands on come from anybody.
 */
export function usageError(text: string): string {
  const [message = "", suggestion] = text.trimEnd().split(/\n(?=\(Did you mean [^\n]*\)$)/);
  const line = message.replace(/^error: /, "").replace(hidden, escaped);
  return `authgraph: ${line}${suggestion === undefined ? "" : `\n${suggestion.replace(hidden, escaped)}`}\n`;
}

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
