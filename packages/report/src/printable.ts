/**
 * Characters that a terminal would obey or a reader could not see: controls, line separators, format characters
 * (bidi overrides, zero-width ones), everything Unicode calls default-ignorable, lone surrogates.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const plain = /^[\x20-\x7e]*$/;
const pictograph = /\p{Extended_Pictographic}/u;
const modifier = /\p{Emoji_Modifier}/u;
const combining = /\p{M}/u;
const emoji = /\p{Emoji_Presentation}/u;
const emojiStyle = "\ufe0f";

/** What the runners of GitHub and Azure obey anywhere in a line. */
const runnerCommand = /##(?=\[|vso\[)/gi;

/** Of a text nobody reads more, and a name in a file may be a megabyte. */
const longest = 4000;

/** One thing a terminal shows: what to print, its columns, and the UTF-16 units of the input it stands for. */
export interface Glyph {
  readonly text: string;
  readonly width: number;
  readonly units: number;
}

/**
 * Input as it may be printed: what is invisible or would be obeyed is escaped.
 *
 * Names and paths come from files that anybody may have written; an escape sequence in one must not clear the screen,
 * and `##[error]` must not become an annotation of the build that scans it.
 */
export function printable(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}...` : text;
  if (plain.test(short)) return short.includes("##") ? short.replace(runnerCommand, "#\\u{23}") : short;
  let shown = "";
  for (const glyph of glyphs(short)) shown += glyph.text;
  return shown.replace(runnerCommand, "#\\u{23}");
}

/** Columns that printable text takes in a terminal. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const glyph of glyphs(text)) width += glyph.width;
  return width;
}

/** The text as a terminal would show it, piece by piece. A tab is four spaces. */
export function glyphs(text: string): readonly Glyph[] {
  if (plain.test(text)) return Array.from(text, (character) => ({ text: character, width: 1, units: 1 }));
  const found: Glyph[] = [];
  let before = "";
  for (const character of text) {
    const next = glyph(character, before);
    const last = found.at(-1);
    // What changes the character before it is one thing with it: no cut may come between.
    if (last !== undefined && (next.width === 0 || (character === emojiStyle && next.width === 1))) {
      found[found.length - 1] = {
        text: last.text + next.text,
        width: last.width + next.width,
        units: last.units + next.units,
      };
    } else found.push(next);
    before = character;
  }
  return found;
}

function glyph(character: string, before: string): Glyph {
  const units = character.length;
  if (character === "\t") return { text: "    ", width: 4, units };
  const followsPictograph = pictograph.test(before) && before > "\x7f";
  // An emoji takes two columns with and without the selector or the skin tone behind it.
  if (character === emojiStyle && followsPictograph) {
    return { text: character, width: isWide(codePoint(before)) || emoji.test(before) ? 0 : 1, units };
  }
  if (modifier.test(character) && followsPictograph) return { text: character, width: 0, units };
  if (hidden.test(character)) return escapedGlyph(character);
  return { text: character, width: columns(character), units };
}

/** The character by its number: `\u{1b}`. */
export function escapedGlyph(character: string): Glyph {
  const text = shortEscapes[character] ?? `\\u{${codePoint(character).toString(16)}}`;
  return { text, width: text.length, units: character.length };
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r" };

function columns(character: string): number {
  const code = codePoint(character);
  if (code < 0x300) return 1;
  if (combining.test(character)) return 0;
  return isWide(code) || (emoji.test(character) && !isRegionalIndicator(code)) ? 2 : 1;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Two of them make one flag, which takes two columns. */
function isRegionalIndicator(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/** Blocks of Unicode's EastAsianWidth.txt that are W or F; the emoji among them have a property of their own. */
const wideBlocks: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && wideBlocks.some(([first, last]) => code >= first && code <= last);
}
