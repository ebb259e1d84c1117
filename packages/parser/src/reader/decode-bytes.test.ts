import { expect, test } from "vitest";
import { decodeBytes } from "./decode-bytes.ts";

test.each<[what: string, bytes: readonly number[], text: string, repaired: boolean]>([
  ["ASCII", [0x61, 0x0a], "a\n", false],
  ["UTF-8", [0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80], "é😀", false],
  ["a byte order mark stays", [0xef, 0xbb, 0xbf, 0x61], "\ufeffa", false],
  ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00], "\ufeffaé", false],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9], "\ufeffaé", false],
  ["UTF-16 without a mark is no text", [0x61, 0x00], "a\0", false],
  ["half a pair in UTF-16", [0xff, 0xfe, 0x3d, 0xd8], "\ufeff\ufffd", true],
  ["U+FFFD itself in UTF-16", [0xff, 0xfe, 0xfd, 0xff], "\ufeff\ufffd", false],
  ["a cut off character", [0x61, 0xe2, 0x82], "a\ufffd", true],
  ["overlong", [0xc0, 0xaf], "\ufffd\ufffd", true],
  ["a surrogate in UTF-8", [0xed, 0xa0, 0xbd], "\ufffd\ufffd\ufffd", true],
  ["U+FFFD itself", [0xef, 0xbf, 0xbd], "\ufffd", false],
  ["nothing", [], "", false],
])("%s", (_, bytes, text, repaired) => {
  expect(decodeBytes(Uint8Array.from(bytes))).toEqual({ text, repaired });
});
