import { bootstrapTokenUserPrefix } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { Inventory } from "../types.ts";
import type { FoundForm } from "./found-credential.ts";

/** A user whom a credential among the inputs puts into groups. */
export interface WrittenMembership {
  readonly form: FoundForm;
  readonly user: Located<string>;
  /** Beyond those that the name itself gives. */
  readonly groups: readonly Located<string>[];
}

/** Who is in which groups by what credentials say: certificates, rows, mappings, requests and tokens that nodes join with. */
export function writtenMemberships(inventory: Inventory): readonly WrittenMembership[] {
  const ofCredentials = inventory.credentials.flatMap(({ form, user, groups }) =>
    user === undefined ? [] : [{ form, user, groups }],
  );
  const ofSecrets = inventory.entriesOf("Secret").flatMap(({ object, namespace }): readonly WrittenMembership[] => {
    const { bootstrapToken, meta } = object;
    if (bootstrapToken === undefined || namespace !== "kube-system") return [];
    const { extraGroups } = bootstrapToken;
    const names = (extraGroups?.value ?? "").split(",").filter((name) => name !== "");
    return [
      {
        form: "bootstrap-token",
        user: located(`${bootstrapTokenUserPrefix}${bootstrapToken.id}`, meta.name.origin),
        groups: names.map((name) => located(name, extraGroups?.origin ?? meta.name.origin)),
      },
    ];
  });
  return [...ofCredentials, ...ofSecrets];
}
