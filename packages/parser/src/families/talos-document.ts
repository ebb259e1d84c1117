import type { Component, Flag } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import type { Place } from "../objects/object-view.ts";
import type { TextDraft } from "./subtree-text.ts";

/** What is read of the documents of one machine configuration; together they say what the machine starts. */
export interface TalosMachine {
  /** `controlplane`, `worker`; undefined: a patch, which does not say. */
  type: string | undefined;
  /** All that Talos needs stands in it: `version` and `machine.type`. */
  isWhole: boolean;
  /** Where the first document begins. */
  readonly origin: Origin;
  readonly components: Map<Component, TalosComponent>;
  endpoint: string | undefined;
  port: string | undefined;
  serviceCidrs: string | undefined;
  podCidrs: string | undefined;
  /** Files of the API server, as drafts: several documents may say parts of one. */
  admission: TalosPart | undefined;
  authorization: TalosPart | undefined;
  authentication: TalosPart | undefined;
  /** Modes of authorizers, with `Node` and `RBAC` as Talos adds them. */
  readonly authorizers: Set<string>;
  audit: TalosPart | undefined;
  encryption: TalosPart | undefined;
  kubelet: TalosPart | undefined;
  /** Flags of Talos' own that `extraConfig` replaces. */
  readonly kubeletFields: Set<string>;
}

export interface TalosComponent {
  origin: Origin;
  version: Located<string> | undefined;
  readonly arguments: Flag[];
}

/** Text of a file, and what of the configuration it stands for. */
export interface TalosPart {
  readonly draft: TextDraft;
  readonly at: Place;
}
