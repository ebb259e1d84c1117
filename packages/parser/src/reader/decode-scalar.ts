import {
  BACKSLASH,
  END,
  HASH,
  HYPHEN,
  hexValue,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDigit,
  LINE_SEPARATOR,
  PARAGRAPH_SEPARATOR,
  PLUS,
  SINGLE_QUOTE,
  SPACE,
} from "./characters.ts";
import { Form, simpleEscape } from "./scan-scalar.ts";
import { breakLength } from "./scanner.ts";

/** A text being read and how far: a chunk of it, whose line breaks Go's splitter may have normalised. */
export interface ChunkText {
  readonly text: string;
  readonly end: number;
  readonly split: boolean;
}

/** Collects a value and, if asked, where each of its units was written. */
interface Output {
  value: string;
  readonly offsets: number[] | undefined;
}

/**
 * The value of a scalar that was scanned without fault, from its span. `offsets`, if given, receives the place of each
 * UTF-16 unit of the value and the place of its end.
 */
export function decodeScalar(
  chunk: ChunkText,
  form: number,
  start: number,
  end: number,
  indent: number,
  offsets?: number[],
): string {
  const out: Output = { value: "", offsets };
  switch (form) {
    case Form.plain:
      decodeFlow(out, chunk, Form.plain, start, end);
      offsets?.push(end);
      break;
    case Form.single:
    case Form.double:
      decodeFlow(out, chunk, form, start + 1, end - 1);
      offsets?.push(end - 1);
      break;
    case Form.literal:
    case Form.folded: {
      const valueEnd = decodeBlock(out, chunk, form === Form.literal, start, indent);
      offsets?.push(valueEnd);
      break;
    }
    case Form.jsonString:
      decodeJsonString(out, chunk.text, start + 1, end - 1);
      offsets?.push(end - 1);
      break;
    default:
      copy(out, chunk.text, start, end);
      offsets?.push(end);
  }
  return out.value;
}

function copy(out: Output, text: string, start: number, end: number): void {
  if (start >= end) return;
  out.value += text.slice(start, end);
  if (out.offsets !== undefined) for (let i = start; i < end; i++) out.offsets.push(i);
}

function put(out: Output, value: string, at: number): void {
  out.value += value;
  if (out.offsets !== undefined) for (let i = 0; i < value.length; i++) out.offsets.push(at);
}

/** What a line break is in a value: U+2028 and U+2029 stay, all others are LF. */
function breakText(unit: number): string {
  return unit === LINE_SEPARATOR || unit === PARAGRAPH_SEPARATOR ? String.fromCharCode(unit) : "\n";
}

/** Plain and quoted scalars: words, blanks between them, folded line breaks, and the escapes of each style. */
function decodeFlow(out: Output, chunk: ChunkText, form: number, start: number, end: number): void {
  const { text } = chunk;
  let position = start;
  while (position < end) {
    let afterBreak = false;
    let from = position;
    while (position < end) {
      const unit = text.charCodeAt(position);
      if (isBlankOrEnd(unit)) break;
      if (form === Form.single && unit === SINGLE_QUOTE) {
        copy(out, text, from, position + 1);
        position += 2;
        from = position;
      } else if (form === Form.double && unit === BACKSLASH) {
        copy(out, text, from, position);
        const next = text.charCodeAt(position + 1);
        if (isBreak(next)) {
          position += 1 + breakLength(text, position + 1, end, chunk.split);
          from = position;
          afterBreak = true;
          break;
        }
        position = decodeEscape(out, text, position, next);
        from = position;
      } else position++;
    }
    copy(out, text, from, position);
    position = decodeBlanks(out, chunk, position, end, afterBreak);
  }
}

/** Blanks are kept between words and dropped around line breaks; one break is a space, each further one an LF. */
function decodeBlanks(out: Output, chunk: ChunkText, start: number, end: number, escapedBreak: boolean): number {
  const { text } = chunk;
  let position = start;
  let afterBreak = escapedBreak;
  let first = "";
  let firstAt = start;
  let more = 0;
  while (position < end) {
    const unit = text.charCodeAt(position);
    if (isBlank(unit)) {
      position++;
    } else if (isBreak(unit)) {
      if (!afterBreak) {
        first = breakText(unit);
        firstAt = position;
        afterBreak = true;
        if (first !== "\n") put(out, first, firstAt);
      } else {
        put(out, breakText(unit), position);
        more++;
      }
      position += breakLength(text, position, end, chunk.split);
    } else break;
  }
  if (!afterBreak) copy(out, text, start, position);
  else if (first === "\n" && more === 0) put(out, " ", firstAt);
  return position;
}

function decodeEscape(out: Output, text: string, position: number, letter: number): number {
  const digits = letter === 0x78 ? 2 : letter === 0x75 ? 4 : letter === 0x55 ? 8 : 0;
  if (digits === 0) {
    put(out, String.fromCharCode(simpleEscape(letter)), position);
    return position + 2;
  }
  let value = 0;
  for (let i = 0; i < digits; i++) value = value * 16 + hexValue(text.charCodeAt(position + 2 + i));
  put(out, String.fromCodePoint(value), position);
  return position + 2 + digits;
}

/** Literal and folded scalars; returns where the value ends. */
function decodeBlock(out: Output, chunk: ChunkText, literal: boolean, start: number, indent: number): number {
  const { text } = chunk;
  const at = (position: number): number => (position < chunk.end ? text.charCodeAt(position) : END);
  let chomping = 0;
  let position = start + 1;
  for (let unit = at(position); ; unit = at(++position)) {
    if (unit === PLUS || unit === HYPHEN) chomping = unit === PLUS ? 1 : -1;
    else if (!isDigit(unit)) break;
  }
  while (isBlank(at(position))) position++;
  if (at(position) === HASH) while (!isBreakOrEnd(at(position))) position++;
  if (isBreak(at(position))) position += breakLength(text, position, chunk.end, chunk.split);

  let valueEnd = position;
  let lineBreak = -1;
  let breaks: number[] = [];
  let afterBlank = false;
  const skipBreaks = (): boolean => {
    for (;;) {
      let column = 0;
      while (column < indent && at(position) === SPACE) {
        position++;
        column++;
      }
      if (!isBreak(at(position))) return column === indent && position < chunk.end;
      breaks.push(position);
      position += breakLength(text, position, chunk.end, chunk.split);
    }
  };
  const putBreaks = (): void => {
    for (const place of breaks) put(out, breakText(text.charCodeAt(place)), place);
    breaks = [];
  };

  while (skipBreaks()) {
    const startsBlank = isBlank(at(position));
    const foldable = lineBreak >= 0 && breakText(text.charCodeAt(lineBreak)) === "\n";
    if (!literal && foldable && !afterBlank && !startsBlank) {
      if (breaks.length === 0) put(out, " ", lineBreak);
    } else if (lineBreak >= 0) put(out, breakText(text.charCodeAt(lineBreak)), lineBreak);
    putBreaks();
    afterBlank = startsBlank;
    const from = position;
    while (!isBreakOrEnd(at(position))) position++;
    copy(out, text, from, position);
    valueEnd = position;
    lineBreak = -1;
    if (position < chunk.end) {
      lineBreak = position;
      position += breakLength(text, position, chunk.end, chunk.split);
    }
  }
  if (chomping !== -1 && lineBreak >= 0) {
    put(out, breakText(text.charCodeAt(lineBreak)), lineBreak);
    valueEnd = lineBreak + 1;
  }
  if (chomping === 1) {
    const last = breaks[breaks.length - 1];
    putBreaks();
    if (last !== undefined) valueEnd = last + 1;
  }
  return valueEnd;
}

/** String of a JSON text; surrogates without their other half become U+FFFD, as in encoding/json. */
function decodeJsonString(out: Output, text: string, start: number, end: number): void {
  let position = start;
  while (position < end) {
    const backslash = text.indexOf("\\", position);
    if (backslash < 0 || backslash >= end) break;
    copy(out, text, position, backslash);
    const letter = text.charCodeAt(backslash + 1);
    if (letter !== 0x75) {
      put(out, letter === 0x2f ? "/" : String.fromCharCode(simpleEscape(letter)), backslash);
      position = backslash + 2;
      continue;
    }
    const unit = Number.parseInt(text.slice(backslash + 2, backslash + 6), 16);
    position = backslash + 6;
    if ((unit & 0xf800) !== 0xd800) put(out, String.fromCharCode(unit), backslash);
    else {
      const low = text.startsWith("\\u", position) ? Number.parseInt(text.slice(position + 2, position + 6), 16) : 0;
      if ((unit & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00) {
        put(out, String.fromCharCode(unit, low), backslash);
        position += 6;
      } else put(out, "\ufffd", backslash);
    }
  }
  copy(out, text, position, end);
}
