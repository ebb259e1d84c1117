import type { CertificateBundle } from "@authgraph/kubernetes";
import { lookUpFile } from "../named-file.ts";
import {
  givenList,
  givenText,
  isGiven,
  isOlderThan,
  mayBeHidden,
  refuse,
  refuseByVersion,
  type ServerBeingRead,
  warn,
} from "../server-being-read.ts";
import { gateIsOn } from "./feature-gates.ts";

// k8s.io/apiserver pkg/server/options/authentication.go: RequestHeaderAuthenticationOptions.Validate.

/** Flags of front proxies. */
export function refuseRequestHeader(server: ServerBeingRead): void {
  const flags = [
    "requestheader-username-headers",
    "requestheader-group-headers",
    "requestheader-extra-headers-prefix",
    "requestheader-allowed-names",
  ];
  for (const flag of flags) refuseBlank(server, flag);
  warnWithoutStandard(server);
  refuseUidHeaders(server);
  refuseSharedAuthority(server);
}

function refuseBlank(server: ServerBeingRead, flag: string): void {
  const blank = givenList(server, flag).find(({ value }) => value.trim() === "");
  if (blank !== undefined) refuse(server, "validate", `empty value in ${JSON.stringify(flag)}`, blank.origin);
}

function warnWithoutStandard(server: ServerBeingRead): void {
  const standard = [
    ["requestheader-username-headers", "X-Remote-User", "header"],
    ["requestheader-group-headers", "X-Remote-Group", "header"],
    ["requestheader-extra-headers-prefix", "X-Remote-Extra-", "header prefix"],
  ] as const;
  for (const [flag, name, what] of standard) {
    const given = givenList(server, flag);
    const [first] = given;
    if (first === undefined || given.some(({ value }) => value.toLowerCase() === name.toLowerCase())) continue;
    const message = `--${flag} is set without specifying the standard ${name} ${what} - API aggregation will not work`;
    warn(server, message, first.origin);
  }
}

function refuseUidHeaders(server: ServerBeingRead): void {
  const headers = givenList(server, "requestheader-uid-headers");
  const [first] = headers;
  if (first === undefined) return;
  if (gateIsOn(server, "RemoteRequestHeaderUID") === false) {
    const message = '--requestheader-uid-headers requires the "RemoteRequestHeaderUID" feature to be enabled';
    refuse(server, "validate", message, first.origin);
    return;
  }
  refuseBlank(server, "requestheader-uid-headers");
  if (headers.some(({ value }) => value.toLowerCase() === "x-remote-uid")) return;
  const message =
    "--requestheader-uid-headers is set without specifying the standard X-Remote-Uid header - API aggregation will not work";
  refuse(server, "validate", message, first.origin);
}

/** Since 1.35: whoever has a client certificate could name any user (pkg/kubeapiserver/options/authentication.go: Validate). */
function refuseSharedAuthority(server: ServerBeingRead): void {
  if (isOlderThan(server, 35)) return;
  const allowed = "requestheader-allowed-names";
  const isOpen = isGiven(server, allowed)?.unresolved === true || mayBeHidden(server, allowed) !== undefined;
  if (givenList(server, allowed).length > 0 || isOpen) return;
  const proxies = authorityOf(server, "requestheader-client-ca-file");
  const clients = authorityOf(server, "client-ca-file");
  if (proxies === undefined || clients === undefined || !overlap(proxies.bundle, clients.bundle)) return;
  const message =
    "--requestheader-client-ca-file and --client-ca-file contain overlapping certificates; --requestheader-allowed-names must be specified to ensure regular client certificates cannot set authenticating proxy headers for arbitrary users";
  refuseByVersion(server, "validate", message, proxies.origin);
}

function authorityOf(server: ServerBeingRead, flag: string) {
  const path = givenText(server, flag);
  if (path === undefined) return undefined;
  const found = lookUpFile(server, flag, path, "CertificateBundle");
  return found.outcome === "read" ? { bundle: found.value, origin: path.origin } : undefined;
}

function overlap(one: CertificateBundle, other: CertificateBundle): boolean {
  const known = new Set(one.certificates.map(({ sha256 }) => sha256));
  return other.certificates.some(({ sha256 }) => known.has(sha256));
}
