import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { type RecordedReview, type ReviewSpec, readRecordedReviews } from "../rbac-world.ts";
import { type ClusterObject, isNamespaced, isRbac } from "./manifest.ts";
import type { Answer, Oracle } from "./oracle.ts";

/** Objects that were loaded into a real API server, and what it answered. */
export interface RecordedWorld {
  readonly objects: readonly ClusterObject[];
  readonly reviews: readonly RecordedReview[];
}

/** Repeats what was recorded about the world it has loaded. It knows no other worlds and no other questions. */
export function recordedOracle(worlds: readonly RecordedWorld[]): Oracle {
  const byObjects = new Map(worlds.map((world) => [JSON.stringify(world.objects), world]));
  let answers = new Map<string, RecordedReview>();
  return {
    async load(objects) {
      const world = byObjects.get(JSON.stringify(objects));
      if (world === undefined) throw new Error("nothing was recorded about these objects");
      answers = new Map(world.reviews.map((review) => [JSON.stringify(review.spec), review]));
    },
    async ask(question: ReviewSpec): Promise<Answer> {
      const review = answers.get(JSON.stringify(question));
      if (review === undefined) throw new Error(`nothing was recorded about ${JSON.stringify(question)}`);
      return answerOf(review);
    },
    async stop() {},
  };
}

/** What an API server said; it gives no reason for some of its answers. */
export function answerOf({ allowed, reason }: Omit<RecordedReview, "spec">): Answer {
  return { outcome: allowed ? "allowed" : "denied", reasons: reason === undefined ? [] : [reason] };
}

/**
 * A world of YAML manifests and questions. A reader that is not ours reads it; of objects that come again the last is
 * left, and those of RBAC that name no namespace are in `default`.
 */
export function readRecordedWorld(folder: string): RecordedWorld {
  const text = readFileSync(join(folder, "objects.yaml"), "utf8");
  const objects = new Map<string, ClusterObject>();
  for (const document of parseAllDocuments(text, { version: "1.1" })) {
    const value: Written | null = document.toJS();
    for (const object of value === null ? [] : itemsOf(value).map(placed)) {
      const { kind, metadata } = object;
      objects.set(`${kind} ${metadata.namespace}/${metadata.name}`, object);
    }
  }
  return { objects: [...objects.values()], reviews: readRecordedReviews(join(folder, "questions.jsonl")) };
}

type Written = ClusterObject | (ClusterObject & { readonly items: readonly Partial<ClusterObject>[] });

/** The items of a list of one kind need not say which. */
function itemsOf(written: Written): readonly ClusterObject[] {
  if (!("items" in written)) return [written];
  const { apiVersion, kind, items } = written;
  const said = { apiVersion, kind: kind.replace(/List$/, ""), metadata: { name: "" } };
  return items.map((item) => ({ ...said, ...item }));
}

function placed(object: ClusterObject): ClusterObject {
  if (!isRbac(object)) return object;
  const { namespace = "default", ...metadata } = object.metadata;
  return { ...object, metadata: isNamespaced(object) ? { ...metadata, namespace } : metadata };
}
