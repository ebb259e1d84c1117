import type {
  AnonymousAuthentication,
  AuthenticationConfiguration,
  ClaimMapping,
  ClaimRule,
  JwtAuthenticator,
  VersionDemand,
} from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { quoted } from "../objects/field-error.ts";
import {
  field,
  fieldAt,
  flag,
  itemsOf,
  locatedText,
  type ObjectView,
  origin,
  texts,
  writtenText,
} from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { newField, newVersion } from "./version-demands.ts";

/** Reads an AuthenticationConfiguration that was found valid. */
export function decodeAuthentication(view: ObjectView, root: NodeId, apiVersion: string): AuthenticationConfiguration {
  return {
    kind: "AuthenticationConfiguration",
    apiVersion,
    origin: origin(view, root),
    demands: demandsOf(view, root, apiVersion),
    anonymous: decodeAnonymous(view, field(view, root, "anonymous")),
    jwt: itemsOf(view, field(view, root, "jwt")).map((node) => decodeJwt(view, node)),
  };
}

/** The minors that brought versions and fields (k8s.io/apiserver pkg/apis/apiserver: types.go of each minor). */
function demandsOf(view: ObjectView, root: NodeId, apiVersion: string): readonly VersionDemand[] {
  const demands: VersionDemand[] = [];
  if (apiVersion.endsWith("/v1")) demands.push(newVersion(view, root, "AuthenticationConfiguration", apiVersion, 34));
  demands.push(...newField(view, root, "anonymous", "anonymous", 31));
  itemsOf(view, field(view, root, "jwt")).forEach((node, i) => {
    const issuer = field(view, node, "issuer");
    demands.push(...newField(view, issuer, "egressSelectorType", `jwt[${i}].issuer.egressSelectorType`, 34));
    itemsOf(view, fieldAt(view, node, "claimMappings", "extra")).forEach((extra, j) => {
      const key = writtenText(view, field(view, extra, "key"));
      if (key === undefined || !reserved.test(key.value)) return;
      const detail = "k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use";
      const message = `jwt[${i}].claimMappings.extra[${j}].key: Invalid value: ${quoted(key.value)}: ${detail}`;
      demands.push({ since: 0, until: 31, message, origin: key.origin });
    });
  });
  return demands;
}

/** Domains that extra keys may not be of since 1.32 (validation.go: isKubernetesDomainPrefix). */
const reserved = /^(?:[^/]*\.)?(?:kubernetes|k8s)\.io\//;

function decodeAnonymous(view: ObjectView, anonymous: NodeId): AnonymousAuthentication | undefined {
  if (anonymous === 0) return undefined;
  const at = origin(view, anonymous);
  const paths = itemsOf(view, field(view, anonymous, "conditions")).map((condition): Located<string> => {
    // A condition without a path is met by no request, but is a condition.
    return writtenText(view, field(view, condition, "path")) ?? located("", origin(view, condition));
  });
  return { origin: at, enabled: flag(view, field(view, anonymous, "enabled")) ?? located(false, at), paths };
}

function decodeJwt(view: ObjectView, node: NodeId): JwtAuthenticator {
  const issuer = field(view, node, "issuer");
  const mappings = field(view, node, "claimMappings");
  const at = origin(view, node);
  const authority = field(view, issuer, "certificateAuthority");
  const egress = writtenText(view, field(view, issuer, "egressSelectorType"));
  return {
    origin: at,
    ...(egress === undefined ? {} : { egress }),
    url: textOr(view, field(view, issuer, "url"), "", node),
    discoveryUrl: writtenText(view, field(view, issuer, "discoveryURL")),
    certificateAuthority:
      writtenText(view, authority) === undefined
        ? undefined
        : { kind: "text", source: view.source, start: view.tree.keyStart(authority), end: view.tree.keyEnd(authority) },
    audiences: texts(view, field(view, issuer, "audiences")),
    claimRules: itemsOf(view, field(view, node, "claimValidationRules")).map((rule) => decodeRule(view, rule)),
    username: decodeMapping(view, field(view, mappings, "username")) ?? {
      kind: "claim",
      claim: located("", at),
      prefix: located("", at),
    },
    groups: decodeMapping(view, field(view, mappings, "groups")),
    uid: decodeMapping(view, field(view, mappings, "uid")),
    extra: itemsOf(view, field(view, mappings, "extra")).map((extra) => ({
      key: textOr(view, field(view, extra, "key"), "", extra),
      expression: textOr(view, field(view, extra, "valueExpression"), "", extra),
    })),
    userRules: itemsOf(view, field(view, node, "userValidationRules")).map((rule) =>
      textOr(view, field(view, rule, "expression"), "", rule),
    ),
  };
}

function decodeRule(view: ObjectView, rule: NodeId): ClaimRule {
  const expression = writtenText(view, field(view, rule, "expression"));
  if (expression !== undefined) return { kind: "expression", expression };
  return {
    kind: "claim",
    claim: textOr(view, field(view, rule, "claim"), "", rule),
    value: textOr(view, field(view, rule, "requiredValue"), "", rule),
  };
}

/** Undefined where nothing is mapped. */
function decodeMapping(view: ObjectView, mapping: NodeId): ClaimMapping | undefined {
  const expression = writtenText(view, field(view, mapping, "expression"));
  if (expression !== undefined) return { kind: "expression", expression };
  const claim = writtenText(view, field(view, mapping, "claim"));
  if (claim === undefined) return undefined;
  return { kind: "claim", claim, prefix: textOr(view, fieldAt(view, mapping, "prefix"), "", mapping) };
}

/** A text, or what stands for it where it is absent, at the value that lacks it. */
function textOr(view: ObjectView, node: NodeId, value: string, owner: NodeId): Located<string> {
  return node === 0 ? located(value, origin(view, owner)) : locatedText(view, node);
}
