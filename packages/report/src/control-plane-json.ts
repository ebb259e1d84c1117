import {
  type ApiServer,
  type Authenticator,
  type Authorizer,
  type ComponentInstance,
  type ControlPlaneAnswer,
  type ControlPlaneInstance,
  type EffectiveSetting,
  type FileContent,
  type Located,
  type SettingDifference,
  type StartRefusal,
  withoutUserInfo,
} from "@authgraph/engine";
import type { ControlPlaneContext } from "./control-plane-text.ts";
import { hasSeveral, shownValue } from "./control-plane-words.ts";
import { assumptionValue } from "./decision-json.ts";
import { kubernetesValue, optionalPlace, place } from "./json-place.ts";
import { jsonObject } from "./json-text.ts";

/** The control plane for programs: `docs/schemas/apiserver.schema.json` says what stands where. One instance to a line. */
export function* renderControlPlaneJson(answer: ControlPlaneAnswer, context: ControlPlaneContext): Iterable<string> {
  yield* jsonObject([
    { key: "schemaVersion", value: 1 },
    { key: "kubernetes", value: kubernetesValue(context.kubernetes) },
    { key: "instances", list: each(answer.instances, instanceValue) },
    { key: "differences", list: each(answer.differences, differenceValue) },
    { key: "assumptions", list: each(context.assumptions, assumptionValue) },
  ]);
  yield "\n";
}

function* each<T>(values: readonly T[], map: (value: T) => object): Iterable<object> {
  for (const value of values) yield map(value);
}

function instanceValue(found: ControlPlaneInstance): object {
  const { instance } = found;
  return { ...componentValue(instance), ...(found.kind === "api-server" ? chainValue(found.instance) : {}) };
}

function componentValue(instance: ComponentInstance): object {
  const { component, assumed, version, minor, installer, partial, refusals, warnings, settings, origin } = instance;
  return {
    component,
    instance: instance.instance,
    version: version?.value ?? minor,
    minor,
    ...(installer === undefined ? {} : { installer }),
    assumed,
    partial,
    ...(origin === undefined ? {} : { origin: place(origin) }),
    starts: refusals.length === 0,
    refusals: refusals.map(refusalValue),
    warnings: warnings.map(({ message, origin }) => ({ message, origin: place(origin) })),
    settings: [...settings.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(settingValue),
  };
}

/** The reason, and the line that it is in the log of the component (k8s.io/component-base/cli/run.go: Run). */
function refusalValue({ message, origin, stage }: StartRefusal): object {
  const reason = message;
  const isUsage = stage === "parse" || stage === "arguments";
  const logged = isUsage ? `Error: ${reason}` : `run.go: "command failed" err: ${reason}`;
  return { message: logged, reason, ...(stage === undefined ? {} : { stage }), origin: place(origin) };
}

function settingValue(setting: EffectiveSetting): object {
  const { name, values, doubt, layer, origin } = setting;
  const shown = values?.map((value) => shownValue(name, value));
  return {
    name,
    ...(shown === undefined ? {} : hasSeveral(setting) ? { values: shown } : { value: shown[0] ?? "" }),
    ...(doubt === undefined ? {} : { unknown: doubt.text }),
    source: layer,
    origin: place(origin),
  };
}

function differenceValue({ component, name, values }: SettingDifference): object {
  return {
    component,
    name,
    instances: values.map(({ instance, setting }) => ({
      instance: instance.instance,
      ...optionalPlace(instance.origin),
      ...(setting === undefined ? {} : { setting: settingValue(setting) }),
    })),
  };
}

function chainValue(server: ApiServer): object {
  const { authenticators, authenticatorDoubts, anonymous, authorizers, authorization, admissionPlugins } = server;
  return {
    authenticators: authenticators.map(authenticatorValue),
    authenticatorDoubts: authenticatorDoubts.map(assumptionValue),
    anonymous: { ...anonymousValue(server), origin: place(anonymous.origin) },
    authorizers: authorizers.map(authorizerValue),
    ...(authorization.value.known ? {} : { authorizersUnknown: authorization.value.assumption.text }),
    admissionPlugins: [...admissionPlugins].map(([name, { value, origin }]) => ({
      name,
      enabled: value,
      origin: place(origin),
    })),
    audit: {
      ...(server.audit.policy === undefined ? {} : { policy: fileValue(server.audit.policy) }),
      backend: { value: server.audit.hasBackend.value, origin: place(server.audit.hasBackend.origin) },
    },
    ...(server.encryption === undefined ? {} : { encryption: fileValue(server.encryption) }),
  };
}

function anonymousValue({ anonymous }: ApiServer): object {
  const { value } = anonymous;
  switch (value.access) {
    case "off":
    case "all-paths":
      return { access: value.access };
    case "some-paths":
      return { access: value.access, paths: value.paths.map((path) => path.value) };
    case "unknown":
      return { access: value.access, unknown: value.assumption.text };
  }
}

function authenticatorValue(authenticator: Authenticator): object {
  const { kind, origin } = authenticator;
  return { kind, ...authenticatorDetails(authenticator), origin: place(origin) };
}

function authenticatorDetails(authenticator: Authenticator): object {
  switch (authenticator.kind) {
    case "request-header":
      return {
        authority: fileValue(authenticator.authority),
        allowedNames: texts(authenticator.allowedNames),
        usernameHeaders: texts(authenticator.usernameHeaders),
        uidHeaders: texts(authenticator.uidHeaders),
        groupHeaders: texts(authenticator.groupHeaders),
        extraHeaderPrefixes: texts(authenticator.extraPrefixes),
      };
    case "client-certificate":
      return { authority: fileValue(authenticator.authority) };
    case "token-file":
      return { tokens: fileValue(authenticator.tokens) };
    case "service-account":
      return {
        issuers: texts(authenticator.issuers),
        keys: authenticator.keys.map(fileValue),
        external: authenticator.external,
        lookup: authenticator.lookup.value,
        audiences: authenticator.audiences.map(withoutUserInfo),
      };
    case "bootstrap-token":
      return {};
    case "jwt":
      return issuerValue(authenticator);
    case "webhook":
      return { kubeconfig: fileValue(authenticator.kubeconfig), cacheTtl: authenticator.cacheTtl.value };
  }
}

function issuerValue({ issuer, byFlags }: Extract<Authenticator, { kind: "jwt" }>): object {
  const mapping = (of: typeof issuer.groups): object | undefined => {
    if (of === undefined) return undefined;
    return of.kind === "claim"
      ? { claim: of.claim.value, prefix: withoutUserInfo(of.prefix.value) }
      : { expression: of.expression.value };
  };
  return {
    issuer: withoutUserInfo(issuer.url.value),
    audiences: texts(issuer.audiences),
    username: mapping(issuer.username),
    ...(issuer.groups === undefined ? {} : { groups: mapping(issuer.groups) }),
    byFlags,
  };
}

function authorizerValue(authorizer: Authorizer): object {
  const { kind, name, origin } = authorizer;
  return { kind, name, ...authorizerDetails(authorizer), origin: place(origin) };
}

function authorizerDetails(authorizer: Authorizer): object {
  switch (authorizer.kind) {
    case "ABAC":
      return authorizer.policy === undefined ? {} : { policy: fileValue(authorizer.policy) };
    case "Webhook": {
      const { failurePolicy, matchConditions } = authorizer.webhook;
      return {
        failurePolicy: failurePolicy.value,
        matchConditions: texts(matchConditions),
        ...(authorizer.kubeconfig === undefined ? {} : { kubeconfig: fileValue(authorizer.kubeconfig) }),
      };
    }
    case "AlwaysAllow":
    case "AlwaysDeny":
    case "Node":
    case "RBAC":
      return {};
  }
}

function fileValue(file: FileContent<unknown>): object {
  const { path } = file;
  return {
    path: path.value,
    ...(file.state === "read" ? { read: true } : { read: false, unknown: file.assumption.text }),
    ...optionalPlace(path.origin),
  };
}

function texts(values: readonly Located<string>[]): readonly string[] {
  return values.map(({ value }) => withoutUserInfo(value));
}
