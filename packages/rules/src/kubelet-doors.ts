import type { AccessGraph, ComponentInstance } from "@authgraph/graph";
import { anonymousIdentity, identityKeys } from "@authgraph/kubernetes";
import { type KnownSetting, knownBoolean, knownSetting, startedComponents } from "./component-settings.ts";
import { type HeldPower, powersOf } from "./powers.ts";

/** What decides who gets into a kubelet, as far as the inputs say it. */
export interface KubeletDoors {
  readonly instance: ComponentInstance;
  /** Requests without credentials are let in. */
  readonly anonymous: (KnownSetting & { readonly on: boolean }) | undefined;
  /** `Webhook` asks the API server, `AlwaysAllow` nobody. */
  readonly mode: KnownSetting | undefined;
  readonly clientAuthority: KnownSetting | undefined;
  readonly readOnlyPort: KnownSetting | undefined;
}

/**
 * Every kubelet of the inputs. What is not written is judged only where the whole of it is there, and what an installer
 * completes is nobody's decision.
 */
export function kubeletDoors(graph: AccessGraph): readonly KubeletDoors[] {
  return startedComponents(graph, "kubelet").map((instance) => {
    const judged = <T extends KnownSetting>(setting: T | undefined): T | undefined =>
      setting === undefined || setting.byInstaller ? undefined : setting;
    return {
      instance,
      anonymous: judged(knownBoolean(instance, "authentication.anonymous.enabled", false)),
      mode: judged(knownSetting(instance, "authorization.mode", "Webhook")),
      clientAuthority: judged(knownSetting(instance, "authentication.x509.clientCAFile")),
      readOnlyPort: judged(knownSetting(instance, "readOnlyPort", "0")),
    };
  });
}

/** What takes all of it away where nobody wrote any of it: then one edit does. */
export function withoutConfiguration({ instance }: KubeletDoors, setting: KnownSetting): string | undefined {
  return setting.absent ? `${instance.path} ${instance.instance} without --config` : undefined;
}

/** What requests without credentials may do at a kubelet that asks the API server about them. */
export function anonymousKubeletPower({ grantsOf }: AccessGraph, minor: string): HeldPower | undefined {
  const grants = identityKeys(anonymousIdentity).flatMap((key) => [...grantsOf(key)].filter(({ shipped }) => !shipped));
  return powersOf(grants, minor).find(({ id }) => id === "everything" || id === "reach-kubelets");
}
