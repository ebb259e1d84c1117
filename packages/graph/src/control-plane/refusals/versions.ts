import {
  givenList,
  givenText,
  isGiven,
  isOlderThan,
  refuseByVersion,
  type ServerBeingRead,
} from "../server-being-read.ts";

/** Versions that a server is asked to behave like, of which it knows only the latest. */
export function refuseOtherVersions(server: ServerBeingRead): void {
  refuseEmulated(server);
  refuseHiddenMetrics(server);
}

/** k8s.io/component-base/compatibility: registry.go, Set; version.go, Validate. */
function refuseEmulated(server: ServerBeingRead): void {
  if (isOlderThan(server, 31)) return;
  for (const { value, origin } of givenList(server, "emulated-version")) {
    const equals = value.indexOf("=");
    const component = equals < 0 ? "kube" : value.slice(0, equals).trim();
    const version = value.slice(equals + 1).trim();
    const [, major, minor, patch] = /^v?(\d+)\.(\d+)(\.\d+)?/.exec(version) ?? [];
    if (component !== "kube") {
      refuseByVersion(server, "gates", `component not registered: ${component}`, origin);
    } else if (minor === undefined) {
      refuseByVersion(server, "gates", `could not parse ${JSON.stringify(version)} as version`, origin);
    } else if (patch !== undefined) {
      refuseByVersion(server, "gates", `patch version not allowed, got: ${component}=${version}`, origin);
    } else {
      const own = ownMinor(server);
      const oldest = Math.max(31, own - 3);
      if (major === "1" && Number(minor) >= oldest && Number(minor) <= own) continue;
      const message = `emulation version ${version} is not between [1.${oldest}, 1.${own}]`;
      refuseByVersion(server, "validate", message, origin);
    }
  }
}

/** k8s.io/component-base/metrics/options.go: Validate. */
function refuseHiddenMetrics(server: ServerBeingRead): void {
  const version = givenText(server, "show-hidden-metrics-for-version");
  const previous = `1.${ownMinor(server) - 1}`;
  // What it emulates may count instead.
  if (version === undefined || version.value === previous || isGiven(server, "emulated-version") !== undefined) return;
  const message = `metrics.showHiddenMetricsForVersion: Invalid value: ${JSON.stringify(version.value)}: must be omitted or have the value '${previous}'; only the previous minor version is allowed`;
  refuseByVersion(server, "validate", message, version.origin);
}

function ownMinor({ minor }: ServerBeingRead): number {
  return Number(minor.slice(minor.indexOf(".") + 1));
}
