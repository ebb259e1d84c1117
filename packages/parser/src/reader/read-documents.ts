import type { Profile, ReadDocument } from "./tree.ts";

/** Reads a text as Go does and hands on each document in order. Never throws; linear in the text. */
export function readDocuments(_text: string, _profile: Profile, _visit: (document: ReadDocument) => void): void {
  throw new Error("not built yet");
}
