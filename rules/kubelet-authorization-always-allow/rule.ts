import {
  type Check,
  componentRisk,
  hop,
  instanceName,
  kubeletDoors,
  note,
  rate,
  replaceSetting,
  withoutConfiguration,
} from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const doors of kubeletDoors(graph)) {
    const { instance, anonymous, mode } = doors;
    if (mode?.value !== "AlwaysAllow") continue;
    const anybody = anonymous?.on === true;
    yield componentRisk({
      ruleId: "kubelet-authorization-always-allow",
      instance,
      name: "authorization.mode",
      setting: mode,
      title: `${anybody ? "requests without credentials" : "every authenticated user"} can run commands in every pod of the node`,
      consequence: `, because AlwaysAllow is ${mode.absent ? "the default" : "set"}`,
      label: mode.absent ? "no --config: the flags' default allows everything" : "allows whatever is asked",
      score: rate({ holder: anybody ? 0 : 1, power: 2 }),
      before: anybody && !anonymous.absent ? [hop(anonymous.origin, "requests without credentials are let in", 1)] : [],
      notes: [
        note("why", "whoever runs commands in a pod has its ServiceAccount's token and its Secrets"),
        note("check", `curl -sk ${anybody ? "" : "--cert ANY.crt --key ANY.key "}https://NODE:10250/pods`),
      ],
      remedies: [
        {
          text: mode.absent
            ? "start it with --config: with a KubeletConfiguration the API server is asked by default"
            : "set authorization.mode to Webhook",
          edits: mode.absent ? [] : replaceSetting(mode.origin, "Webhook"),
        },
      ],
      cause: withoutConfiguration(doors, mode),
      also: `${instanceName(instance)} allows whatever is asked`,
    });
  }
};
