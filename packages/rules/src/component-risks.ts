import type { ComponentInstance } from "@authgraph/graph";
import type { KnownSetting } from "./component-settings.ts";
import type { Confidence, Hop, Note, Remedy, Risk } from "./risk.ts";
import { settingRisk } from "./server-settings.ts";
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

/** A risk at a setting of a component; components of one name in several files stay apart. */
export function componentRisk(told: ToldComponent): Risk {
  const { ruleId, instance, name, setting, label, title, consequence, score, also } = told;
  const { confidence, before, after, notes, remedies } = told;
  const risk = settingRisk({
    ruleId,
    server: instance,
    setting: name,
    origin: setting.origin,
    label,
    title: fitTitle(title, consequence),
    score,
    confidence,
    before,
    after,
    notes,
    remedies,
  });
  return { ...risk, cause: told.cause ?? `${instance.path} ${risk.cause}`, also };
}

/** A component as a sentence can carry it: `kube-apiserver`, `etcd of etcd.service`. */
export function instanceName({ component, instance }: ComponentInstance): string {
  return instance === component || instance === "" ? component : `${component} of ${quotable(instance)}`;
}
