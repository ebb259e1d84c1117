export type SplitArguments =
  | { readonly outcome: "split"; readonly words: readonly string[] }
  | { readonly outcome: "refused"; readonly message: string };

/**
 * The words of a line, as a shell would quote them and without a shell: blanks and line ends part words, single quotes
 * keep everything, double quotes all but `\"` and `\\`, a backslash the character after it. Nothing is expanded.
 */
export function splitArguments(text: string): SplitArguments {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
      continue;
    }
    const piece = pieceAt(text, at);
    if (piece === undefined) return { outcome: "refused", message: `a ${character} is never closed` };
    word = (word ?? "") + piece.value;
    at = piece.end;
  }
  if (word !== undefined) words.push(word);
  return { outcome: "split", words };
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

/** A quoted stretch, an escaped character, or a plain one; undefined where a quote is never closed. */
function pieceAt(text: string, start: number): Piece | undefined {
  const first = text.charAt(start);
  if (first === "\\") return { value: text.charAt(start + 1), end: start + 2 };
  if (first !== "'" && first !== '"') return { value: first, end: start + 1 };
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === first) return { value, end: at + 1 };
    const escapes = first === '"' && character === "\\" && /["\\]/.test(text.charAt(at + 1));
    if (escapes) at++;
    value += text.charAt(at);
  }
  return undefined;
}
