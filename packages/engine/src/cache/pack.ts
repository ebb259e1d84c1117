import type { ParsedText } from "@authgraph/parser";
import { type Content, contentKey, type FactCache } from "./fact-cache.ts";
import { mayBeKept } from "./may-be-kept.ts";
import { decodeSegment, encodeSegment, findInSegment, type Segment } from "./segment.ts";

/** A cache of facts that lives in one file between runs. */
export interface FactPack extends FactCache {
  /** The bytes to write for the next run; undefined where those of before will do. */
  packed(): Uint8Array | undefined;
}

export interface PackOptions {
  /** Says which program wrote a pack: facts of another one are worth nothing. 40 characters. */
  readonly program: string;
  /** A pack grows to this many bytes and no further. */
  readonly largest?: number;
  /** Fewer contents than these are parsed sooner than looked up: a run over them leaves nothing. */
  readonly fewest?: number;
}

/** Each run with something new adds a segment. So many of them are made one, of what the last run used. */
const mostSegments = 8;

const defaultLargest = 64 << 20;
const defaultFewest = 32;

/** Where this is loaded from: another build of it may write otherwise. */
export const packModule: string = import.meta.url;

/** Opens what an earlier run left, or begins anew where that cannot be used, whatever is wrong with it. */
export function openPack(bytes: Uint8Array | undefined, options: PackOptions): FactPack {
  const { program, largest = defaultLargest, fewest = defaultFewest } = options;
  const head = Buffer.from(program, "latin1");
  const opened = openSegments(bytes, head);
  const used = new Map<string, ParsedText>();
  const added = new Map<string, ParsedText>();

  function packed(): Uint8Array | undefined {
    if (added.size === 0 || used.size < fewest) return undefined;
    const more = opened.segments.length < mostSegments ? encodeSegment(added) : undefined;
    const grown = more === undefined ? undefined : Buffer.concat([opened.bytes, more]);
    if (grown !== undefined && grown.length <= largest) return grown;
    const whole = encodeSegment(new Map([...used].filter(([, parsed]) => mayBeKept(parsed))));
    return whole === undefined || head.length + whole.length > largest ? undefined : Buffer.concat([head, whole]);
  }

  return {
    find(content, sourceOf) {
      const key = contentKey(content);
      const before = used.get(key);
      if (before !== undefined) return before;
      const segment = opened.segments.find(({ places }) => places.has(key));
      const source = segment === undefined ? undefined : sourceOf();
      if (segment === undefined || source === undefined) return undefined;
      const parsed = findInSegment(segment, key, source);
      if (parsed !== undefined) used.set(key, parsed);
      return parsed;
    },
    keep(content: Content, parsed: ParsedText) {
      const key = contentKey(content);
      used.set(key, parsed);
      if (mayBeKept(parsed)) added.set(key, parsed);
    },
    packed,
  };
}

interface OpenedPack {
  /** Those of the segments, and the head before them. */
  readonly bytes: Uint8Array;
  readonly segments: readonly Segment[];
}

function openSegments(bytes: Uint8Array | undefined, head: Buffer): OpenedPack {
  if (bytes === undefined || !head.equals(bytes.subarray(0, head.length))) return { bytes: head, segments: [] };
  const segments: Segment[] = [];
  let at = head.length;
  while (at < bytes.length) {
    const decoded = decodeSegment(bytes.subarray(at));
    // What comes after a broken one cannot be told from it.
    if (decoded === undefined) break;
    segments.push(decoded.segment);
    at += decoded.length;
  }
  return { bytes: bytes.subarray(0, at), segments };
}
