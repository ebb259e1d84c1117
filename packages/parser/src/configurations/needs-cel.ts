/** Whether a text may hold expressions that a server compiles, so that what compiles them is worth loading. */
export function needsCel(text: string): boolean {
  return /Auth(?:entic|oriz)ationConfiguration/.test(text) && /[eE]xpression["']?[ \t]*:/.test(text);
}
