/** Whether a text may hold expressions that a server compiles, so that what compiles them is worth loading. */
export function needsCel(text: string): boolean {
  // Most texts are done with at the first question.
  if (!text.includes("ationConfiguration") || !/[eE]xpression["']?[ \t]*:/.test(text)) return false;
  return /Auth(?:entic|oriz)ationConfiguration/.test(text);
}
