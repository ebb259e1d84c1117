import {
  type Check,
  componentRisk,
  instanceName,
  knownBoolean,
  note,
  replaceSetting,
  startedComponents,
} from "@authgraph/rules";

const flag = "use-service-account-credentials";

/** No grant of the inputs has to be there for it: the rights of every controller in one hand, on purpose or not. */
const score = 4.5;

export const check: Check = function* ({ graph }) {
  for (const instance of startedComponents(graph, "kube-controller-manager")) {
    const setting = knownBoolean(instance, flag, false);
    if (setting === undefined || setting.on || setting.byInstaller) continue;
    yield componentRisk({
      ruleId: "kcm-shared-credentials",
      instance,
      name: flag,
      setting,
      title: "every controller of kube-controller-manager acts with one shared identity",
      consequence: ", so that one of them has the rights of all",
      label: setting.absent ? `no --${flag}, and the default is false` : "no controller has an identity of its own",
      score,
      notes: [note("why", "that identity needs whatever any controller needs: tokens, Secrets and pods everywhere")],
      remedies: [
        {
          text: `set --${flag}=true: each controller then is its own account of kube-system`,
          edits: setting.absent ? [] : replaceSetting(setting.origin, "true"),
        },
      ],
      also: `controllers of ${instanceName(instance)} share one identity`,
    });
  }
};
