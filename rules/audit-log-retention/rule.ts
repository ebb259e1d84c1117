import {
  type ApiServer,
  type Check,
  componentRisk,
  describedServers,
  instanceName,
  type KnownSetting,
  knownSetting,
  note,
  type Risk,
  replaceSetting,
} from "@authgraph/rules";

const score = 0.1;

export const check: Check = function* (context, parameter) {
  const least = {
    days: parameter("least-days"),
    files: parameter("least-files"),
    megabytes: parameter("least-megabytes"),
  };
  for (const server of describedServers(context)) {
    const log = knownSetting(server, "audit-log-path");
    if (log === undefined || log.value === "" || log.value === "-") continue;
    const days = limitOf(server, "audit-log-maxage");
    if (days !== undefined && days.value < least.days)
      yield retentionRisk(server, days, `${days.value} days`, least.days);

    // A file that is ended early is no loss where enough of them are kept.
    const files = limitOf(server, "audit-log-maxbackup");
    if (files !== undefined && files.value < least.files)
      yield retentionRisk(server, files, `${files.value} files`, least.files);
    const size = limitOf(server, "audit-log-maxsize");
    if (size === undefined || files === undefined || size.value >= least.megabytes) continue;
    if (size.value * files.value >= least.megabytes * least.files) continue;
    yield retentionRisk(server, size, `${files.value} files of ${size.value} MB`, least.megabytes);
  }
};

interface Limit {
  readonly flag: string;
  readonly value: number;
  readonly setting: KnownSetting;
}

/** Zero keeps everything (gopkg.in/natefinch/lumberjack.v2: Logger); since 1.36 it is not the default. */
function limitOf(server: ApiServer, flag: string): Limit | undefined {
  const setting = knownSetting(server, flag, "0");
  const value = setting !== undefined && /^\d+$/.test(setting.value) ? Number(setting.value) : 0;
  return setting === undefined || value === 0 ? undefined : { flag, value, setting };
}

function retentionRisk(server: ApiServer, { flag, setting }: Limit, kept: string, least: number): Risk {
  return componentRisk({
    ruleId: "audit-log-retention",
    instance: server,
    name: flag,
    setting,
    title: `nobody can see in the audit log what does not fit into ${kept}`,
    label: `${least} or more, or 0 for no limit`,
    score,
    notes: [note("why", "an intrusion is often found weeks later")],
    remedies: [
      { text: `set --${flag}=${least}`, edits: setting.absent ? [] : replaceSetting(setting.origin, String(least)) },
    ],
    also: `${instanceName(server)} keeps ${kept} of it only`,
  });
}
