import { isGoIp } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { booleanOf } from "../boolean-flag.ts";
import {
  givenArray,
  givenFlag,
  givenList,
  givenText,
  isOlderThan,
  mayBeHidden,
  refuse,
  refuseRequired,
  type ServerBeingRead,
} from "../server-being-read.ts";

/** Where objects are kept and which addresses services get. */
export function refuseStorage(server: ServerBeingRead): void {
  refuseEtcd(server);
  refuseWatchCache(server);
  refuseServiceAddresses(server);
  refuseReconciler(server);
}

/** pkg/controlplane/instance.go: createEndpointReconciler; pkg/controlplane/reconcilers: AllTypes. */
function refuseReconciler(server: ServerBeingRead): void {
  const given = givenFlag(server, "endpoint-reconciler-type");
  if (given.given !== "yes" || ["master-count", "lease", "none"].includes(given.value)) return;
  refuse(server, "build", `Reconciler not implemented: ${given.value}`, given.flag.origin);
}

/** k8s.io/apiserver pkg/server/options/etcd.go: Validate. */
function refuseEtcd(server: ServerBeingRead): void {
  const isGiven = givenArray(server, "etcd-servers").some(({ value }) => value !== "");
  const isOpen = server.invocation.flags.some(({ name, unresolved }) => name === "etcd-servers" && unresolved);
  if (!isGiven && !isOpen && mayBeHidden(server, "etcd-servers") === undefined) {
    refuseRequired(server, "--etcd-servers must be specified");
  }
  const backend = givenText(server, "storage-backend");
  if (backend !== undefined && backend.value !== "etcd3") {
    const message = "--storage-backend invalid, allowed values: etcd3. If not specified, it will default to 'etcd3'";
    refuse(server, "validate", message, backend.origin);
  }
  for (const { value, origin } of givenList(server, "etcd-servers-overrides")) {
    if (/^[^#/]*\/[^#/]*#(?:[^#;]+)(?:;[^#;]+)*$/.test(value)) continue;
    const message =
      "--etcd-servers-overrides invalid, must be of format: group/resource#servers, where servers are URLs, semicolon separated";
    refuse(server, "validate", message, origin);
  }
  const reload = booleanOf(server, "encryption-provider-config-automatic-reload", false);
  const encryption = givenFlag(server, "encryption-provider-config");
  const hasFile = encryption.given === "unknown" || (encryption.given === "yes" && encryption.value !== "");
  if (reload.value && !hasFile) {
    const message = "--encryption-provider-config-automatic-reload must be set with --encryption-provider-config";
    refuse(server, "validate", message, reload.origin);
  }
  refuseMediaType(server);
}

function refuseMediaType(server: ServerBeingRead): void {
  const media = givenText(server, "storage-media-type");
  // Older ones list no types.
  if (media === undefined || isOlderThan(server, 32)) return;
  const allowed = ["application/json", "application/vnd.kubernetes.protobuf", "application/yaml"];
  if (allowed.includes(media.value) || media.value === "application/cbor") return;
  const message = `--storage-media-type ${JSON.stringify(media.value)} invalid, allowed values: ${allowed.join(", ")}`;
  refuse(server, "validate", message, media.origin);
}

/** The same file: ParseWatchCacheSizes. */
function refuseWatchCache(server: ServerBeingRead): void {
  if (!booleanOf(server, "watch-cache", true).value) return;
  for (const { value, origin } of givenList(server, "watch-cache-sizes")) {
    const [, size, ...more] = value.split("#");
    const message =
      size === undefined || more.length > 0
        ? `invalid value of watch cache size: ${value}`
        : !/^[+-]?\d+$/.test(size)
          ? `invalid size of watch cache size: ${value}`
          : Number(size) < 0
            ? `watch cache size cannot be negative: ${value}`
            : undefined;
    if (message !== undefined) refuse(server, "complete", message, origin);
  }
}

/** cmd/kube-apiserver/app/options: completion.go, getServiceIPAndRanges; validation.go, validateClusterIPFlags. */
function refuseServiceAddresses(server: ServerBeingRead): void {
  const ranges = givenText(server, "service-cluster-ip-range");
  if (ranges === undefined) return;
  const [first = "", second, ...more] = ranges.value.split(",");
  const primary = cidr(first);
  if (primary === undefined) {
    refuse(server, "complete", "service-cluster-ip-range[0] is not a valid cidr", ranges.origin);
    return;
  }
  if (primary.size < 8) {
    const message =
      "error determining service IP ranges for primary service cidr: the service cluster IP range must be at least 8 IP addresses";
    refuse(server, "complete", message, ranges.origin);
  }
  const secondary = second === undefined ? undefined : cidr(second);
  if (second !== undefined && secondary === undefined) {
    refuse(server, "complete", "service-cluster-ip-range[1] is not an ip net", ranges.origin);
  }
  if (more.length > 0) {
    refuse(server, "validate", "--service-cluster-ip-range must not contain more than two entries", ranges.origin);
  }
  if (secondary !== undefined && secondary.family === primary.family) {
    const message = "--service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP family";
    refuse(server, "validate", message, ranges.origin);
  }
  refuseLargeRange(server, ranges, primary);
  refuseOtherFamily(server, first, primary);
}

interface Cidr {
  readonly family: 4 | 6;
  readonly bits: number;
  readonly size: number;
}

/** As ParseCIDRSloppy takes it: leading zeros are allowed. */
function cidr(text: string): Cidr | undefined {
  const slash = text.indexOf("/");
  const [address, bits] = [text.slice(0, Math.max(0, slash)), text.slice(slash + 1)];
  const family = address.includes(":") ? 6 : 4;
  const plain = family === 4 ? address.replace(/(^|\.)0+(?=\d)/g, "$1") : address;
  if (slash < 0 || !isGoIp(plain) || !/^\d{1,3}$/.test(bits)) return undefined;
  const width = family === 4 ? 32 : 128;
  const number = Number(bits);
  return number > width ? undefined : { family, bits: number, size: 2 ** (width - number) };
}

/** Until addresses are objects of their own: 1.33 for all. */
function refuseLargeRange(server: ServerBeingRead, { origin }: Located<string>, { family, bits }: Cidr): void {
  const width = family === 4 ? 32 : 128;
  if (!isOlderThan(server, 34) || width - bits <= 20) return;
  const message = `specified --service-cluster-ip-range is too large; for ${width}-bit addresses, the mask must be >= ${width - 20}`;
  refuse(server, "validate", message, origin);
}

/** Only where the address is written: the machine's own is not known. */
function refuseOtherFamily(server: ServerBeingRead, range: string, { family }: Cidr): void {
  const address = givenText(server, "advertise-address");
  if (address === undefined || !isGoIp(address.value) || ["0.0.0.0", "::"].includes(address.value)) return;
  const own = address.value.includes(":") ? 6 : 4;
  if (own === family || givenText(server, "endpoint-reconciler-type")?.value === "none") return;
  const message = `service IP family ${JSON.stringify(range)} must match public address family ${JSON.stringify(address.value)}`;
  refuse(server, "validate", message, address.origin);
}
