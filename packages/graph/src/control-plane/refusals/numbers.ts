import { parseGoBool, parseGoDuration, parseGoFloat, parseGoInt } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { StartStage } from "../../types.ts";
import { givenFlag, isOlderThan, refuse, type ServerBeingRead } from "../server-being-read.ts";

/** The number that a flag gives; undefined where it is not given, open, or none (which pflag says). Durations in seconds. */
export function givenNumber(
  server: ServerBeingRead,
  flag: string,
  type: "int" | "float" | "duration",
): Located<number> | undefined {
  const given = givenFlag(server, flag);
  if (given.given !== "yes") return undefined;
  const value = numberOf(given.value, type);
  return value === undefined ? undefined : located(value, given.flag.origin);
}

function numberOf(text: string, type: "int" | "float" | "duration"): number | undefined {
  if (type === "duration") {
    const duration = parseGoDuration(text);
    return "problem" in duration ? undefined : Number(duration.nanoseconds) / 1e9;
  }
  const number = type === "int" ? parseGoInt(text, 64) : parseGoFloat(text);
  return number.outcome === "read" ? number.value : undefined;
}

/** A number that a server does not take. */
interface NumberLimit {
  readonly flag: string;
  readonly type: "int" | "float" | "duration";
  readonly isWrong: (value: number) => boolean;
  readonly words: (value: number) => string;
  readonly since?: number;
}

const isNegative = (value: number): boolean => value < 0;
const notNegative = (flag: string, type: NumberLimit["type"], words: string): NumberLimit => {
  return { flag, type, isWrong: isNegative, words: () => words };
};

/**
 * k8s.io/apiserver pkg/server/options: server_run_options.go, serving.go; cmd/kube-apiserver/app/options/validation.go:
 * Validate.
 */
const limits: readonly NumberLimit[] = [
  notNegative("livez-grace-period", "duration", "--livez-grace-period can not be a negative value"),
  notNegative("max-requests-inflight", "int", "--max-requests-inflight can not be negative value"),
  notNegative("max-mutating-requests-inflight", "int", "--max-mutating-requests-inflight can not be negative value"),
  notNegative("request-timeout", "duration", "--request-timeout can not be negative value"),
  {
    flag: "goaway-chance",
    type: "float",
    isWrong: (value) => value < 0 || value > 0.02,
    words: () => "--goaway-chance can not be less than 0 or greater than 0.02",
  },
  notNegative("min-request-timeout", "int", "--min-request-timeout can not be negative value"),
  {
    ...notNegative(
      "storage-initialization-timeout",
      "duration",
      "--storage-initialization-timeout can not be negative value",
    ),
    since: 31,
  },
  notNegative("shutdown-delay-duration", "duration", "--shutdown-delay-duration can not be negative value"),
  notNegative(
    "shutdown-watch-termination-grace-period",
    "duration",
    "shutdown-watch-termination-grace-period, if provided, can not be a negative value",
  ),
  {
    flag: "secure-port",
    type: "int",
    isWrong: (value) => value < 1 || value > 65535,
    words: (value) => `--secure-port ${value} must be between 1 and 65535, inclusive. It cannot be turned off with 0`,
  },
  {
    flag: "kubernetes-service-node-port",
    type: "int",
    isWrong: (value) => value < 0 || value > 65535,
    words: (value) =>
      `--kubernetes-service-node-port ${value} must be between 0 and 65535, inclusive. If 0, the Kubernetes master service will be of type ClusterIP`,
  },
  {
    flag: "apiserver-count",
    type: "int",
    isWrong: (value) => value <= 0,
    words: (value) => `--apiserver-count should be a positive number, but value '${value}' provided`,
  },
];

/** Numbers out of their range. */
export function refuseNumbers(server: ServerBeingRead): void {
  for (const limit of limits) {
    if (limit.since !== undefined && isOlderThan(server, limit.since)) continue;
    refuseNumber(server, "validate", limit);
  }
  refuseNoRequests(server);
}

/** k8s.io/apiserver pkg/server/options/feature.go and config.go: with priority and fairness, the two make one limit. */
function refuseNoRequests(server: ServerBeingRead): void {
  const [reading, writing] = ["max-requests-inflight", "max-mutating-requests-inflight"].map((flag) =>
    givenNumber(server, flag, "int"),
  );
  if (reading?.value !== 0 || writing?.value !== 0) return;
  const fairness = givenFlag(server, "enable-priority-and-fairness");
  if (fairness.given === "unknown" || (fairness.given === "yes" && parseGoBool(fairness.value) !== true)) return;
  const sum = "they must add up to something positive";
  const message = `invalid configuration: MaxRequestsInFlight=0 and MaxMutatingRequestsInFlight=0; ${sum}`;
  refuse(server, "build", message, reading.origin);
}

/** One number that is out of its range. */
export function refuseNumber(server: ServerBeingRead, stage: StartStage, limit: NumberLimit): void {
  const number = givenNumber(server, limit.flag, limit.type);
  if (number === undefined || !limit.isWrong(number.value)) return;
  refuse(server, stage, limit.words(number.value), number.origin);
}
