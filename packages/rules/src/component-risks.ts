import type { ComponentInstance } from "@authgraph/graph";
import type { KnownSetting } from "./component-settings.ts";
import { hop } from "./hops.ts";
import type { Confidence, Hop, Note, Remedy, Risk } from "./risk.ts";
import { fitTitle, quotable } from "./wording.ts";

/** What a rule says about one setting of one component. */
export interface ToldComponent {
  readonly ruleId: string;
  readonly instance: ComponentInstance;
  /** The flag, or the field of the configuration file. */
  readonly name: string;
  readonly setting: Pick<KnownSetting, "origin">;
  readonly title: string;
  /** What follows from it; never cut. */
  readonly consequence?: string;
  readonly label: string;
  readonly score: number;
  readonly confidence?: Confidence;
  /** What makes it matter, told before it. */
  readonly before?: readonly Hop[];
  /** Told after it. */
  readonly after?: readonly Hop[];
  readonly notes: readonly Note[];
  readonly remedies: readonly Remedy[];
  /** Where one edit takes several risks away, what they have in common. */
  readonly cause?: string | undefined;
  readonly also: string;
}

/** A risk at a setting: it is known across runs by component and setting, whatever the file is called. */
export function componentRisk(told: ToldComponent): Risk {
  const { instance, name, setting, before = [], after = [] } = told;
  const step = before.length + 1;
  const place = hop(setting.origin, told.label, step);
  return {
    ruleId: told.ruleId,
    title: fitTitle(told.title, told.consequence),
    score: told.score,
    confidence: told.confidence ?? "certain",
    place,
    hops: [...before, place, ...after],
    notes: told.notes,
    remedies: told.remedies,
    identity: { subject: instance.component, object: name },
    cause: told.cause ?? `${instance.path} ${instance.instance} ${name}`,
    also: told.also,
  };
}

/** A component as a sentence can carry it: `kube-apiserver`, `etcd of etcd.service`. */
export function instanceName({ component, instance }: ComponentInstance): string {
  return instance === component || instance === "" ? component : `${component} of ${quotable(instance)}`;
}
