import { booleanOf } from "../boolean-flag.ts";
import { givenText, refuse, type ServerBeingRead, serverDefault, textOf } from "../server-being-read.ts";
import { givenNumber } from "./numbers.ts";

// k8s.io/apiserver pkg/server/options/audit.go: Validate. What belongs to a backend that is off is not looked at.

/** Where events go and what is logged. */
export function refuseAudit(server: ServerBeingRead): void {
  const log = givenText(server, "audit-log-path");
  if (log !== undefined) {
    refuseBackend(server, "log", "blocking");
    refuseLog(server);
  }
  if (givenText(server, "audit-webhook-config-file") !== undefined) refuseBackend(server, "webhook", "batch");
}

type Backend = "log" | "webhook";
const modes = ["batch", "blocking", "blocking-strict"];

function refuseBackend(server: ServerBeingRead, backend: Backend, usual: string): void {
  const flag = `audit-${backend}-mode`;
  const mode = givenText(server, flag) ?? { ...textOf(server, flag), value: usual };
  if (!modes.includes(mode.value)) {
    const message = `invalid audit ${backend} mode ${mode.value}, allowed modes are ${JSON.stringify(modes.join(","))}`;
    refuse(server, "validate", message, mode.origin);
  } else if (mode.value === "batch") {
    refuseBatch(server, backend);
  }
  refuseTruncation(server, backend);
  refuseVersion(server, backend);
}

function refuseBatch(server: ServerBeingRead, backend: Backend): void {
  const throttled = booleanOf(server, `audit-${backend}-batch-throttle-enable`, backend === "webhook").value;
  const limits = [
    { flag: "batch-buffer-size", type: "int", words: "buffer size" },
    { flag: "batch-max-size", type: "int", words: "max batch size" },
    ...(throttled
      ? ([
          { flag: "batch-throttle-qps", type: "float", words: "throttle QPS" },
          { flag: "batch-throttle-burst", type: "int", words: "throttle burst" },
        ] as const)
      : []),
  ] as const;
  for (const { flag, type, words } of limits) {
    const number = givenNumber(server, `audit-${backend}-${flag}`, type);
    if (number === undefined || number.value > 0) continue;
    const message = `invalid audit batch ${backend} ${words} ${number.value}, must be a positive number`;
    refuse(server, "validate", message, number.origin);
    return;
  }
}

function refuseTruncation(server: ServerBeingRead, backend: Backend): void {
  const size = (name: string, usual: number) =>
    givenNumber(server, `audit-${backend}-truncate-max-${name}-size`, "int") ?? { value: usual, origin: serverDefault };
  const event = size("event", 102_400);
  const batch = size("batch", 10_485_760);
  if (event.value <= 0) {
    const message = `invalid audit truncate ${backend} max event size ${event.value}, must be a positive number`;
    refuse(server, "validate", message, event.origin);
  } else if (batch.value < event.value) {
    const message = `invalid audit truncate ${backend} max batch size ${batch.value}, must be greater than max event size (${event.value})`;
    refuse(server, "validate", message, batch.origin.kind === "text" ? batch.origin : event.origin);
  }
}

function refuseVersion(server: ServerBeingRead, backend: Backend): void {
  const version = givenText(server, `audit-${backend}-version`);
  if (version === undefined || version.value === "audit.k8s.io/v1") return;
  const isMalformed = version.value.split("/").length > 2;
  const message = isMalformed
    ? `unexpected GroupVersion string: ${version.value}`
    : 'invalid group version, allowed versions are ["audit.k8s.io/v1"]';
  refuse(server, "validate", message, version.origin);
}

function refuseLog(server: ServerBeingRead): void {
  const format = givenText(server, "audit-log-format");
  if (format !== undefined && format.value !== "legacy" && format.value !== "json") {
    const message = `invalid audit log format ${format.value}, allowed formats are "legacy,json"`;
    refuse(server, "validate", message, format.origin);
  }
  for (const flag of ["audit-log-maxage", "audit-log-maxbackup", "audit-log-maxsize"]) {
    const number = givenNumber(server, flag, "int");
    if (number === undefined || number.value >= 0) continue;
    refuse(server, "validate", `--${flag} ${number.value} can't be a negative number`, number.origin);
  }
}
