import { readFileSync } from "node:fs";
import { type AccessGraph, buildAccessGraph, buildInventory } from "@authgraph/graph";
import {
  type Attributes,
  fieldRequirements,
  type Identity,
  type KnownMinor,
  loadDefaultPolicy,
  loadKubeadmPolicy,
  type WrittenFieldSelector,
} from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";

/** The spec of a SubjectAccessReview, as recordings have it. */
export interface ReviewSpec {
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly resourceAttributes?: Readonly<
    Partial<Record<"verb" | "group" | "resource" | "subresource" | "namespace" | "name", string>>
  > & { readonly fieldSelector?: WrittenFieldSelector };
  readonly nonResourceAttributes?: Readonly<Partial<Record<"verb" | "path", string>>>;
}

/** A question with the answer of a real API server. */
export interface RecordedReview {
  readonly spec: ReviewSpec;
  readonly allowed: boolean;
  readonly reason?: string;
}

export function readRecordedReviews(path: string): readonly RecordedReview[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): RecordedReview => JSON.parse(line));
}

/**
 * The graph of a recorded world: its manifests are all there is, beside the default policy of the minor and, where
 * flags are given, the server that was started with them.
 */
export async function worldGraph(
  manifests: string,
  minor: KnownMinor,
  flags: readonly string[] = [],
): Promise<AccessGraph> {
  const sources = [{ path: manifests, text: readFileSync(manifests, "utf8") }];
  if (flags.length > 0) sources.push({ path: "kube-apiserver.yaml", text: serverPod(flags) });
  return buildAccessGraph(
    buildInventory({
      texts: sources.map((source) => ({ path: source.path, facts: parse(source).facts })),
      shipped: { kubernetes: await loadDefaultPolicy(minor), kubeadm: await loadKubeadmPolicy(minor) },
      minor,
      namespaceOf: () => "default",
      complete: true,
    }),
  );
}

function serverPod(flags: readonly string[]): string {
  const command = ["kube-apiserver", "--etcd-servers=http://127.0.0.1:2379", ...flags];
  const spec = { containers: [{ name: "kube-apiserver", command }] };
  return JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "kube-apiserver" }, spec });
}

export function identityOf({ user = "", groups = [] }: ReviewSpec): Identity {
  return { user, groups };
}

export function attributesOf({ resourceAttributes, nonResourceAttributes }: ReviewSpec): Attributes {
  if (resourceAttributes === undefined) {
    const { verb = "", path = "" } = nonResourceAttributes ?? {};
    return { kind: "non-resource", verb, path };
  }
  const { verb = "", group = "", resource = "", subresource = "", namespace = "", name = "" } = resourceAttributes;
  const fieldSelector = fieldRequirements(resourceAttributes.fieldSelector ?? {});
  return { kind: "resource", verb, apiGroup: group, resource, subresource, namespace, name, fieldSelector };
}
