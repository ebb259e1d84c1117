import {
  type Check,
  componentRisk,
  instanceName,
  kubeletDoors,
  note,
  quotable,
  rate,
  replaceSetting,
  withoutConfiguration,
} from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const doors of kubeletDoors(graph)) {
    const { instance, readOnlyPort } = doors;
    if (readOnlyPort === undefined || !/^[1-9]\d*$/.test(readOnlyPort.value)) continue;
    const port = quotable(readOnlyPort.value);
    yield componentRisk({
      ruleId: "kubelet-read-only-port",
      instance,
      name: "readOnlyPort",
      setting: readOnlyPort,
      title: "requests without credentials can read the specification of every pod of the node",
      consequence: `, because its kubelet serves port ${port}`,
      label: readOnlyPort.absent ? "no --config: the flags' default is 10255" : "served without authentication",
      score: rate({ holder: 0, power: 4 }),
      notes: [
        note("why", "specifications hold literal values of environment variables, among them passwords"),
        note("check", `curl -s http://NODE:${port}/pods`),
      ],
      remedies: [
        {
          text: readOnlyPort.absent
            ? "start it with --config: with a KubeletConfiguration the port is off by default"
            : "set readOnlyPort to 0",
          edits: readOnlyPort.absent ? [] : replaceSetting(readOnlyPort.origin, "0"),
        },
      ],
      cause: withoutConfiguration(doors, readOnlyPort),
      also: `${instanceName(instance)} serves port ${port} without authentication`,
    });
  }
};
