import {
  type Check,
  componentRisk,
  describedServers,
  instanceName,
  knownBoolean,
  note,
  replaceBoolean,
  replaceSetting,
  startedComponents,
} from "@authgraph/rules";

/** It takes a grant for the path. */
const score = 0.1;

export const check: Check = function* (context) {
  const { graph } = context;
  const instances = [
    ...describedServers(context),
    ...startedComponents(graph, "kube-controller-manager"),
    ...startedComponents(graph, "kube-scheduler"),
  ];
  for (const instance of instances) {
    const setting = knownBoolean(instance, "profiling", true);
    if (setting === undefined || !setting.on) continue;
    const byWord = replaceBoolean(setting.origin, false);
    yield componentRisk({
      ruleId: "component-profiling-enabled",
      instance,
      name: "profiling",
      setting,
      title: `whoever is granted /debug/pprof can read what ${instance.component} holds in memory`,
      label: setting.absent ? "no --profiling=false, and it is on by default" : "profiles are served",
      score,
      notes: [note("why", "profiles hold names, paths and parts of requests")],
      remedies: [
        {
          text: "set --profiling=false",
          edits: setting.absent ? [] : byWord.length > 0 ? byWord : replaceSetting(setting.origin, "false"),
        },
      ],
      also: `${instanceName(instance)} serves profiles as well`,
    });
  }
};
