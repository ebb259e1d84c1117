import type { KubeletConfiguration } from "@authgraph/kubernetes";
import { type ObjectView, origin } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { writtenSettings } from "./written-settings.ts";

/** Reads what a kubelet's configuration, or a drop-in of it, sets. */
export function decodeKubelet(view: ObjectView, root: NodeId, apiVersion: string): KubeletConfiguration {
  return {
    kind: "KubeletConfiguration",
    apiVersion,
    origin: origin(view, root),
    settings: writtenSettings(view, root, secret),
  };
}

/** Whence a kubelet gets static pods, and the headers with which it asks: both may hold credentials. */
const secret: ReadonlySet<string> = new Set(["staticPodURL", "staticPodURLHeader"]);
