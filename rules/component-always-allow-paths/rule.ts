import {
  type Check,
  type ComponentInstance,
  componentRisk,
  instanceName,
  isLoopbackHost,
  knownSetting,
  listed,
  note,
  type Origin,
  quotable,
  rate,
  replaceSetting,
  startedComponents,
} from "@authgraph/rules";

const flag = "authorization-always-allow-paths";
const health = ["/healthz", "/readyz", "/livez"];

export const check: Check = function* ({ graph }) {
  for (const component of ["kube-controller-manager", "kube-scheduler"] as const) {
    for (const instance of startedComponents(graph, component)) {
      const setting = knownSetting(instance, flag, health.join(","));
      if (setting === undefined || setting.absent) continue;
      // /healthz/ and what is below it are parts of the same checks.
      const opened = setting.values.filter((path) => path !== "" && !health.some((one) => isBelow(path, one)));
      if (opened.length === 0) continue;
      const read = opened.some(showsMemory) ? "profiles of the process" : whatIsOpen(opened);
      yield componentRisk({
        ruleId: "component-always-allow-paths",
        instance,
        name: flag,
        setting,
        title: `${who(instance)} can read ${read} of ${component}, because nobody is asked about ${shown(opened)}`,
        label: "answered without credentials",
        score: scoreOf(instance, opened),
        notes: [note("why", "requests without credentials are let in here, and these paths skip the authorizer")],
        remedies: [
          {
            text: `leave --${flag} at its default, and give the scraper a token that may get what it needs`,
            // Each occurrence adds to those before it: only where one has all of them is it enough to change that one.
            edits: opened.every((path) => isWrittenAt(setting.origin, path))
              ? replaceSetting(setting.origin, health.join(","))
              : [],
          },
        ],
        also: `${instanceName(instance)} answers ${shown(opened)} to anybody`,
      });
    }
  }
};

function isWrittenAt(origin: Origin, path: string): boolean {
  return origin.kind === "text" && origin.source.text.slice(origin.start, origin.end).includes(path);
}

function isBelow(path: string, one: string): boolean {
  return path === one || path === `${one}*` || path.startsWith(`${one}/`);
}

/** A trailing `*` opens all that begins so (k8s.io/apiserver pkg/authorization/path). */
function showsMemory(path: string): boolean {
  const start = path.replace(/\*$/, "").replace(/^(?!\/)/, "/");
  return start.startsWith("/debug") || (path.endsWith("*") && "/debug".startsWith(start));
}

function whatIsOpen(opened: readonly string[]): string {
  return opened.every((path) => path.startsWith("/metrics")) ? "metrics" : "internals";
}

function shown(opened: readonly string[]): string {
  return listed(opened.map(quotable));
}

function isLocal(instance: ComponentInstance): boolean {
  const address = knownSetting(instance, "bind-address");
  return address !== undefined && isLoopbackHost(address.value);
}

function who(instance: ComponentInstance): string {
  return isLocal(instance) ? "any process of the node" : "requests without credentials";
}

function scoreOf(instance: ComponentInstance, opened: readonly string[]): number {
  if (isLocal(instance) || whatIsOpen(opened) === "metrics") return 2.0;
  return rate({ holder: 0, power: 5 });
}
