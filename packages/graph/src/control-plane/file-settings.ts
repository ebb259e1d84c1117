import type { EffectiveSetting } from "../types.ts";
import { configurationFile } from "./configuration-file.ts";
import type { ServerBeingRead } from "./server-being-read.ts";

/** The settings of the command line, and the fields of the configuration files that stand beside it, by their paths. */
export function withFileSettings(server: ServerBeingRead): ReadonlyMap<string, EffectiveSetting> {
  const settings = new Map(server.settings);
  const add = (name: string, values: readonly string[], origin: EffectiveSetting["origin"]): void => {
    settings.set(name, { name, values, doubt: undefined, layer: "file", origin });
  };
  const authentication = configurationFile(server, "authentication-config", "AuthenticationConfiguration");
  if (authentication.outcome === "found") {
    const { anonymous, jwt } = authentication.configuration;
    if (anonymous !== undefined) {
      add("anonymous.enabled", [String(anonymous.enabled.value)], anonymous.enabled.origin);
      for (const [i, { value, origin }] of anonymous.paths.entries()) {
        add(`anonymous.conditions[${i}].path`, [value], origin);
      }
    }
    for (const [i, { url, audiences, origin }] of jwt.entries()) {
      add(`jwt[${i}].issuer.url`, [url.value], url.origin);
      add(
        `jwt[${i}].issuer.audiences`,
        audiences.map(({ value }) => value),
        audiences[0]?.origin ?? origin,
      );
    }
  }
  const authorization = configurationFile(server, "authorization-config", "AuthorizationConfiguration");
  if (authorization.outcome === "found") {
    for (const [i, { type, name, webhook }] of authorization.configuration.authorizers.entries()) {
      add(`authorizers[${i}].type`, [type.value], type.origin);
      add(`authorizers[${i}].name`, [name.value], name.origin);
      if (webhook === undefined) continue;
      add(`authorizers[${i}].webhook.failurePolicy`, [webhook.failurePolicy.value], webhook.failurePolicy.origin);
    }
  }
  return settings;
}
