const opening: readonly (readonly [string, string])[] = [
  ["{{", "}}"],
  ["{%", "%}"],
  ["<%", "%>"],
];

/** Longer than people write a placeholder; a bound, so that opening marks alone cost nothing. */
const longest = 512;

/** Length of the template placeholder (Go, Jinja, ERB) that begins at `at`, blanks and all; 0 where none does. */
export function templateMark(text: string, at: number): number {
  for (const [open, close] of opening) {
    if (!text.startsWith(open, at)) continue;
    const end = text.slice(at, at + longest).indexOf(close, open.length);
    return end < 0 ? 0 : end + close.length;
  }
  return 0;
}

/** Whether a value waits for a template, or for what replaces `${…}`, to be known. */
export function hasPlaceholder(text: string): boolean {
  return [...opening, ["${", "}"] as const].some(([open, close]) => {
    const start = text.indexOf(open);
    return start >= 0 && text.includes(close, start + open.length);
  });
}
