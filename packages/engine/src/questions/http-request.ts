import type { HttpHeader, HttpRequest, Identity, PresentedCredential } from "@authgraph/kubernetes";
import { indexNames, nearName } from "@authgraph/rules";
import { field, isObject, type JsonObject, text, texts, textsByKey } from "./json-fields.ts";

export type RequestResult =
  | { readonly outcome: "request"; readonly request: HttpRequest }
  /** The line says something that no request is. */
  | { readonly outcome: "refused"; readonly message: string };

/** The text of a file that a credential names. */
export type FileText =
  | { readonly outcome: "read"; readonly text: string }
  | { readonly outcome: "unreadable"; readonly message: string };

/** A request as a line of the input describes it. */
export function readHttpRequest(value: unknown, readFile: (path: string) => FileText): RequestResult {
  if (!isObject(value)) return { outcome: "refused", message: "a request is an object" };
  const wrong: string[] = [...misspelt(value)];
  const request: HttpRequest = {
    method: required(value, "method", wrong),
    path: required(value, "path", wrong),
    headers: headersOf(value, wrong),
    ...(value.body === undefined ? {} : { body: value.body }),
    credential: credentialOf(value, readFile, wrong),
  };
  return wrong.length > 0 ? { outcome: "refused", message: wrong.join("; ") } : { outcome: "request", request };
}

const members = indexNames(["method", "path", "headers", "body", "credential"]);

/** Other members are let be, as a line may say more; one that was meant for a known one would be another request. */
function misspelt(value: JsonObject): readonly string[] {
  return Object.keys(value).flatMap((key) => {
    const meant = nearName(key, members);
    return meant === undefined ? [] : [`${key}: there is no such member; did you mean ${meant.name}?`];
  });
}

function required(value: JsonObject, key: string, wrong: string[], at: string = ""): string {
  const given = text(value, key, at, wrong);
  if (value[key] === undefined || value[key] === null) wrong.push(`${at}${key}: there is none`);
  return given;
}

/** A header is a value, or a list of them where it comes several times. */
function headersOf(value: JsonObject, wrong: string[]): readonly HttpHeader[] {
  const headers = field(value, "headers", "headers", wrong) ?? {};
  return Object.keys(headers).flatMap((name) => {
    const given = headers[name];
    if (typeof given === "string") return [{ name, value: given }];
    if (Array.isArray(given) && given.every((item) => typeof item === "string")) {
      return given.map((item) => ({ name, value: item }));
    }
    // Never with the value: it may be a credential.
    wrong.push(`headers.${name}: expected a string or a list of strings`);
    return [];
  });
}

function credentialOf(value: JsonObject, readFile: (path: string) => FileText, wrong: string[]): PresentedCredential {
  const none: PresentedCredential = { kind: "none" };
  if (value.credential !== undefined && value.credential !== null && !isObject(value.credential)) {
    wrong.push("credential: expected an object");
    return none;
  }
  const given = isObject(value.credential) ? value.credential : { kind: "none" };
  switch (given.kind) {
    case "none":
      return none;
    case "basic":
      return { kind: "basic" };
    case "bearer":
      return { kind: "bearer", token: secret(given, "token", wrong) };
    case "authorization":
      return { kind: "authorization", value: secret(given, "value", wrong) };
    case "certificate": {
      const file = readFile(required(given, "file", wrong, "credential."));
      if (file.outcome === "unreadable") wrong.push(`credential.file: ${file.message}`);
      return { kind: "certificate", pem: file.outcome === "read" ? file.text : "" };
    }
    case "user":
      return { kind: "user", identity: identityOf(given, wrong) };
    default:
      wrong.push("credential.kind: expected none, bearer, basic, authorization, certificate or user");
      return none;
  }
}

/** A text that no message repeats. */
function secret(given: JsonObject, key: string, wrong: string[]): string {
  const value = given[key];
  if (typeof value === "string") return value;
  wrong.push(`credential.${key}: expected a string`);
  return "";
}

function identityOf(given: JsonObject, wrong: string[]): Identity {
  const at = "credential.";
  return {
    user: required(given, "user", wrong, at),
    groups: texts(given, "groups", at, wrong),
    uid: text(given, "uid", at, wrong) || undefined,
    extra: textsByKey(given, "extra", at, wrong),
  };
}
