import { goUrl, parseGoDuration, printGoDuration } from "@authgraph/kubernetes";
import { corruptBase64At } from "../objects/conformity.ts";
import { type FieldError, invalid, quoted, required } from "../objects/field-error.ts";
import { field, itemsOf, locatedText, type ObjectView, type Place, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { encryptionProviders } from "./decode-encryption.ts";

/**
 * What k8s.io/apiserver pkg/apis/apiserver/validation/validation_encryption.go: ValidateEncryptionConfiguration refuses.
 * Of keys nothing is told but their length.
 */
export function encryptionErrors(view: ObjectView, root: NodeId): readonly FieldError[] {
  const entries = itemsOf(view, field(view, root, "resources"));
  if (entries.length === 0) return [required("resources", place(view, root), "at least one resources is required")];
  const names = new Set<string>();
  return entries.flatMap((entry, i) => {
    const path = `resources[${i}]`;
    const providers = itemsOf(view, field(view, entry, "providers"));
    const none = `at least one ${path}.providers is required`;
    return [
      ...resourceErrors(view, entry, `${path}.resources`),
      ...(providers.length === 0 ? [required(`${path}.providers`, placeOf(view, entry, "providers"), none)] : []),
      ...providers.flatMap((provider, j) => providerErrors(view, provider, `${path}.providers[${j}]`, names)),
    ];
  });
}

// --- resources

function resourceErrors(view: ObjectView, entry: NodeId, path: string): readonly FieldError[] {
  const list = field(view, entry, "resources");
  const resources = itemsOf(view, list).map((item) => locatedText(view, item).value);
  if (resources.length === 0) {
    return [required(path, placeOf(view, entry, "resources"), `at least one ${path} is required`)];
  }
  const at = place(view, list);
  const errors: FieldError[] = [];
  if (new Set(resources).size < resources.length) {
    errors.push(invalid(path, at, resources, "the same resource cannot be specified multiple times"));
  }
  if (isOverlapping(resources)) {
    const detail =
      "using overlapping resources such as 'secrets' and '*.' in the same resource list is not allowed as they will be masked";
    errors.push(invalid(path, at, resources, detail));
  }
  itemsOf(view, list).forEach((item, i) => {
    const problem = resourceProblem(text(view, item));
    if (problem !== undefined) errors.push(invalid(`${path}[${i}]`, place(view, item), text(view, item), problem));
  });
  return errors;
}

/** schema.ParseGroupResource. */
function groupResource(written: string): { readonly resource: string; readonly group: string } {
  const dot = written.indexOf(".");
  return dot < 0
    ? { resource: written, group: "" }
    : { resource: written.slice(0, dot), group: written.slice(dot + 1) };
}

function isOverlapping(written: readonly string[]): boolean {
  const resources = written.map(groupResource);
  return resources.some((one, i) =>
    resources.some((other, j) => {
      if (i === j || (one.group === other.group && one.resource === other.resource)) return false;
      if (one.group === "*" && one.resource === "*") return true;
      return one.group === other.group && (one.resource === "*" || other.resource === "*");
    }),
  );
}

const withoutApi = new Set(["apiserveripinfo", "serviceipallocations", "servicenodeportallocations"]);

function resourceProblem(written: string): string | undefined {
  if (written !== written.toLowerCase()) return "resource name should not contain capital letters";
  if (written === "*") {
    return "use '*.' to encrypt all the resources from core API group or *.* to encrypt all resources";
  }
  if (withoutApi.has(written)) return "resources which do not have REST API/s cannot be encrypted";
  const { group, resource } = groupResource(written);
  if (group === "events.k8s.io") {
    return "'*.events.k8s.io' objects are stored using the 'events' API group in etcd. Use 'events' instead in the config file";
  }
  if (group === "extensions") return "'extensions' group has been removed and cannot be used for encryption";
  if (group === "*" && resource !== "*") return "encrypting the same resource across groups is not supported";
  return undefined;
}

// --- providers

const keySizes: Readonly<Record<string, readonly number[]>> = {
  aesgcm: [16, 24, 32],
  aescbc: [16, 24, 32],
  secretbox: [32],
};

function providerErrors(view: ObjectView, provider: NodeId, path: string, names: Set<string>): readonly FieldError[] {
  const given = encryptionProviders.filter((name) => field(view, provider, name) !== 0);
  const errors: FieldError[] = [];
  if (given.length !== 1) {
    // The server prints several with all their keys.
    const printed =
      given.length === 0 ? '{"AESGCM":null,"AESCBC":null,"Secretbox":null,"Identity":null,"KMS":null}' : "{…}";
    const detail =
      given.length === 0
        ? "provider does not contain any of the expected providers: KMS, AESGCM, AESCBC, Secretbox, Identity"
        : "more than one provider specified in a single element, should split into different list elements";
    errors.push({ field: path, body: `Invalid value: ${printed}: ${detail}`, place: keyPlaceOf(view, provider) });
  }
  const [name] = given;
  if (name === undefined || name === "identity") return errors;
  const settings = field(view, provider, name);
  if (name === "kms") return [...errors, ...kmsErrors(view, settings, `${path}.kms`, names)];
  return [...errors, ...keyErrors(view, settings, `${path}.${name}.keys`, keySizes[name] ?? [])];
}

function keyErrors(view: ObjectView, settings: NodeId, path: string, sizes: readonly number[]): readonly FieldError[] {
  const keys = itemsOf(view, field(view, settings, "keys"));
  if (keys.length === 0) return [required(path, keyPlaceOf(view, settings), "at least one keys is required")];
  return keys.flatMap((key, i): readonly FieldError[] => {
    const here = `${path}[${i}]`;
    const secret = field(view, key, "secret");
    const written = text(view, secret);
    const unnamed = text(view, field(view, key, "name")) === "";
    const errors = unnamed
      ? [required(`${here}.name`, keyPlaceOf(view, key), "name is a mandatory field for a key")]
      : [];
    if (written === "") {
      const detail = "secret is a mandatory field for a key";
      return [...errors, required(`${here}.secret`, keyPlaceOf(view, key), detail)];
    }
    const at = { start: view.tree.keyStart(secret), end: view.tree.keyEnd(secret) };
    if (corruptBase64At(written) !== undefined) {
      return [...errors, invalid(`${here}.secret`, at, "REDACTED", "secrets must be base64 encoded")];
    }
    const size = Buffer.from(written, "base64").length;
    if (sizes.includes(size)) return errors;
    const detail = `secret is not of the expected length, got ${size}, expected one of [${sizes.join(" ")}]`;
    return [...errors, invalid(`${here}.secret`, at, "REDACTED", detail)];
  });
}

function kmsErrors(view: ObjectView, kms: NodeId, path: string, names: Set<string>): readonly FieldError[] {
  const written = (name: string): string => text(view, field(view, kms, name));
  const at = (name: string): Place => placeOf(view, kms, name);
  const refuse = (name: string, value: string, detail: string): FieldError => ({
    field: `${path}.${name}`,
    body: `Invalid value: ${value}: ${detail}`,
    place: at(name),
  });
  const errors: FieldError[] = [];
  const version = written("apiVersion") || "v1";
  const name = written("name");
  if (name === "") errors.push(required(`${path}.name`, at("name"), "name is a mandatory field for a provider"));
  if (version !== "v1" && name.includes(":")) {
    errors.push(refuse("name", quoted(name), `invalid KMS provider name ${name}, must not contain ':'`));
  }
  // Those of version 1 may be the same again unless the file is reloaded (`--encryption-provider-config-automatic-reload`).
  if (version !== "v1" && names.has(name)) {
    errors.push(refuse("name", quoted(name), `duplicate KMS provider name ${name}, names must be unique`));
  }
  names.add(name);
  const timeout = parseGoDuration(written("timeout"));
  if (field(view, kms, "timeout") !== 0 && "nanoseconds" in timeout && timeout.nanoseconds <= 0n) {
    const printed = quoted(printGoDuration(timeout.nanoseconds));
    errors.push(refuse("timeout", printed, "timeout should be a positive value"));
  }
  errors.push(...endpointErrors(written("endpoint"), (value, detail) => refuse("endpoint", quoted(value), detail)));
  const size = field(view, kms, "cachesize");
  if (size !== 0) {
    const value = view.tree.scalar(size);
    if (version !== "v1") errors.push(refuse("cachesize", value, "cachesize is not supported in v2"));
    else if (value === "0") {
      errors.push(refuse("cachesize", value, "cachesize should be a positive value, or negative to disable"));
    }
  }
  if (version !== "v1" && version !== "v2") {
    const detail = "unsupported apiVersion apiVersion for KMS provider, only v1 and v2 are supported";
    errors.push(refuse("apiVersion", quoted(version), detail));
  }
  return errors;
}

function endpointErrors(
  endpoint: string,
  refuse: (value: string, detail: string) => FieldError,
): readonly FieldError[] {
  if (endpoint === "") return [refuse("", "endpoint is a mandatory field for a kms")];
  const url = goUrl(endpoint);
  if (url.outcome === "refused") return [refuse(endpoint, `invalid endpoint for kms provider, error: ${url.problem}`)];
  if (url.scheme === "unix") return [];
  return [refuse(endpoint, `unsupported scheme ${quoted(url.scheme)} for KMS provider, only unix is supported`)];
}

function placeOf(view: ObjectView, owner: NodeId, name: string): Place {
  const node = field(view, owner, name);
  return node === 0 ? keyPlaceOf(view, owner) : place(view, node);
}

/** The first name in a mapping: what lacks something is pointed at without what it holds. */
function keyPlaceOf(view: ObjectView, node: NodeId): Place {
  const { tree } = view;
  const first = tree.kind(node) === "mapping" ? tree.first(node) : 0;
  if (first !== 0) return { start: tree.keyStart(first), end: tree.keyEnd(first) };
  return { start: tree.start(node), end: tree.start(node) };
}
