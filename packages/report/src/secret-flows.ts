import type { Range } from "./secrets.ts";

/** JSON inside a JSON string (`last-applied-configuration`) has its quotes escaped. */
const secretKind = /kind\\*["']?\s*:\s*\\*["']?Secret(?:List)?\\*["']?\s*(?:[,}#]|$)/m;
const dataFlow = /\b(?:data|stringData)(\\*)["']?\s*:\s*\{/g;

/** Whether an object of kind Secret may stand in the text. */
export function namesSecret(text: string): boolean {
  return secretKind.test(text);
}

/** The insides of `data: {…}` and `stringData: {…}` of Secrets written in flow style or JSON. */
export function secretFlows(text: string): readonly Range[] {
  if (!text.includes("{") || !namesSecret(text)) return [];
  const found: Range[] = [];
  const flow = new RegExp(dataFlow);
  for (let match = flow.exec(text); match !== null; match = flow.exec(text)) {
    const start = match.index + match[0].length;
    const escapedQuotes = match[1] !== "";
    const close = escapedQuotes ? text.indexOf("\n", start) : closingBrace(text, start);
    const end = close < 0 ? text.length : close;
    found.push({ start, end });
    flow.lastIndex = end;
  }
  return found;
}

/** Offset of the brace that closes the one before `from`; negative where none does. */
function closingBrace(text: string, from: number): number {
  let depth = 1;
  let quote = "";
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (quote !== "") {
      if (character === "\\" && quote === '"') i++;
      else if (character === quote) quote = "";
    } else if (character === '"' || (character === "'" && /[\s:,{[]/.test(text[i - 1] ?? " "))) quote = character;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return i;
  }
  return -1;
}
