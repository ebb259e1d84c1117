import type { Scope } from "@authgraph/graph";
import type { PowerLevel } from "./rating.ts";

/** One question whose yes is a piece of a power. */
export interface Ask {
  readonly verb: string;
  readonly apiGroup: string;
  readonly resource: string;
  readonly subresource: string;
  /** The request names its object, so that a rule with `resourceNames` can allow it. */
  readonly carriesName: boolean;
  /** A server-side apply asks for it by name, and for `patch` before. */
  readonly byApply?: true;
}

/** What an access gives whoever holds it. All parts are needed; of a part, any ask. */
export interface Power {
  readonly id: PowerId;
  /** `void`: told of single namespaces only. */
  readonly cluster: PowerLevel | "void";
  /** Through a RoleBinding; `void`: the API server asks for it at the cluster's scope only. */
  readonly namespace: PowerLevel | "void";
  /** The one namespace in which it means anything. */
  readonly onlyIn?: string;
  readonly parts: readonly Part[];
  /** Completes "can"; `sharp`: the only objects that it holds for, which are as good as any; `ask`: the first one given. */
  readonly phrase: (scope: Scope, sharp: readonly string[], ask: Ask) => string;
  /** What the resource in the rule stands for, for the chain. */
  readonly reach: string;
  /** Which ServiceAccounts of the scope it lets its holder be: whichever it names, or those that pods run as. */
  readonly accounts: "any" | "running" | "none";
  /** Left out where one of these is held, which stand before it: they include it. */
  readonly lesserOf?: readonly PowerId[];
  /**
   * What naming objects takes away. `narrower`: all but bounded damage; `fewer`: what each is worth stays, as of one
   * node; `same`: nothing, as when a pod template may name any account.
   */
  readonly withNames: "narrower" | "fewer" | "same";
}

export interface Part {
  readonly asks: readonly Ask[];
  /** A rule with `resourceNames` counts only if it has one of these, which are as good as any. */
  readonly sharpNames?: readonly string[];
  /** Only a rule that names one of these counts. */
  readonly names?: readonly string[];
  /** The same rule would tell what is left of it without the first part: a remedy takes both. */
  readonly goesToo?: boolean;
  /** What the resource stands for in this part, where that is not what the power reaches. */
  readonly reach?: string;
}

export type PowerId =
  | "everything"
  | "impersonate-users"
  | "escalate"
  | "bind"
  | "bind-strong-roles"
  | "approve-certificates"
  | "approve-node-certificates"
  | "request-node-certificates"
  | "sign-certificates"
  | "write-aws-auth"
  | "read-secrets"
  | "create-tokens"
  | "impersonate-service-accounts"
  | "bind-in-namespace"
  | "escalate-in-namespace"
  | "bind-named-cluster-role"
  | "bind-named-role"
  | "escalate-named-cluster-role"
  | "escalate-named-role"
  | "create-pods"
  | "write-workloads"
  | "exec-pods"
  | "change-pods"
  | "reach-kubelets"
  | "create-persistent-volumes"
  | "use-privileged-security-contexts"
  | "write-admission"
  | "create-mutating-policies"
  | "write-validation"
  | "write-apiservices"
  | "write-crds"
  | "create-crds"
  | "write-admission-policies"
  | "write-identity-configmaps"
  | "write-cluster-info"
  | "write-configmaps"
  | "write-secrets"
  | "label-namespaces"
  | "create-namespaces"
  | "write-cluster-rbac"
  | "write-rbac"
  | "write-nodes"
  | "read-logs"
  | "forward-to-pods"
  | "delete-broad"
  | "write-networking"
  | "write-policy-engines"
  | "every-verb"
  | "every-path"
  | "write"
  | "read"
  | "discovery";
