import {
  type Check,
  componentRisk,
  instanceName,
  isLoopbackHost,
  knownSetting,
  note,
  replaceSetting,
  startedComponents,
} from "@authgraph/rules";

/** Whoever asks is authenticated and authorized there. */
const score = 0.1;

export const check: Check = function* ({ graph }) {
  for (const component of ["kube-controller-manager", "kube-scheduler"] as const) {
    for (const instance of startedComponents(graph, component)) {
      const setting = knownSetting(instance, "bind-address", "0.0.0.0");
      if (setting === undefined || isLoopbackHost(setting.value)) continue;
      const port = knownSetting(instance, "secure-port");
      if (port?.value === "0") continue;
      yield componentRisk({
        ruleId: "component-bind-address-public",
        instance,
        name: "bind-address",
        setting,
        title: `whoever reaches the machine can talk to ${component}`,
        consequence: ", which authenticates and authorizes them",
        label: setting.absent ? "no --bind-address: listens on every address" : "not an address of the machine itself",
        score,
        notes: [note("why", "off the network, a flaw of the endpoint or a path left open harms nobody")],
        remedies: [
          {
            text: "set --bind-address=127.0.0.1",
            edits: setting.absent ? [] : replaceSetting(setting.origin, "127.0.0.1"),
          },
        ],
        also: `${instanceName(instance)} listens on the network as well`,
      });
    }
  }
};
