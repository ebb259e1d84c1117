import {
  anonymousKubeletPower,
  type Check,
  componentRisk,
  dormantScore,
  hop,
  instanceName,
  kubeletDoors,
  note,
  rate,
  replaceSetting,
  withoutConfiguration,
} from "@authgraph/rules";

const name = "authentication.anonymous.enabled";

export const check: Check = function* ({ graph, minor }) {
  for (const doors of kubeletDoors(graph)) {
    const { instance, anonymous, mode } = doors;
    if (anonymous === undefined || !anonymous.on) continue;
    const asksNobody = mode?.value === "AlwaysAllow";
    const power = asksNobody ? undefined : anonymousKubeletPower(graph, minor);
    const isOpen = asksNobody || power !== undefined;
    const binding = power?.witnesses[0].grant;
    yield componentRisk({
      ruleId: "kubelet-anonymous-auth",
      instance,
      name,
      setting: anonymous,
      title: isOpen
        ? "requests without credentials can run commands in every pod of the node"
        : "requests without credentials can reach the authorizer of the kubelet on every path",
      consequence: isOpen ? `, because the kubelet lets them in${asksNobody ? " and asks nobody" : ""}` : "",
      label: anonymous.absent ? "no --config: the flags' default lets them in" : "lets such requests in",
      score: isOpen ? rate({ holder: 0, power: 2 }) : dormantScore,
      after: [
        ...(asksNobody && !mode.absent ? [hop(mode.origin, "and allows whatever they ask", 2)] : []),
        ...(binding === undefined ? [] : [hop(binding.rule.origin, "RBAC grants it to them", 2)]),
      ],
      notes: [
        isOpen
          ? note("why", "whoever runs commands in a pod has its ServiceAccount's token and its Secrets")
          : note("why", "nothing is granted to them today: one binding for system:anonymous is enough"),
        note("check", "curl -sk https://NODE:10250/pods"),
      ],
      remedies: [
        {
          text: anonymous.absent
            ? "start it with --config: a KubeletConfiguration lets nobody in without credentials by default"
            : "set authentication.anonymous.enabled to false",
          edits: anonymous.absent ? [] : replaceSetting(anonymous.origin, "false"),
        },
      ],
      cause: withoutConfiguration(doors, anonymous),
      also: `${instanceName(instance)} lets requests without credentials in`,
    });
  }
};
