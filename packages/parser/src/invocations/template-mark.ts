const opening: readonly (readonly [string, string])[] = [
  ["{{", "}}"],
  ["{%", "%}"],
  ["<%", "%>"],
];

/** Length of the template placeholder (Go, Jinja, ERB) that begins at `at`, blanks and all; 0 where none does. */
export function templateMark(text: string, at: number): number {
  for (const [open, close] of opening) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    return end < 0 ? 0 : end + close.length - at;
  }
  return 0;
}

/** Whether a value waits for a template, or for what replaces `${…}`, to be known. */
export function hasPlaceholder(text: string): boolean {
  return /\{\{.*\}\}|\{%.*%\}|<%.*%>|\$\{[^}]*\}/s.test(text);
}
