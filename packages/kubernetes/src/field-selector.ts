/** One term of a field selector. */
export interface FieldRequirement {
  readonly field: string;
  readonly operator: "=" | "!=";
  readonly value: string;
}

/** `fieldSelector` of a SubjectAccessReview (authorization.k8s.io/v1 FieldSelectorAttributes). */
export interface WrittenFieldSelector {
  readonly rawSelector?: string;
  readonly requirements?: readonly {
    readonly key?: string;
    readonly operator?: string;
    readonly values?: readonly string[];
  }[];
}

/**
 * What a SubjectAccessReview's selector limits the request to: terms that the server can not make sense of are left
 * out (pkg/registry/authorization/util/helpers.go: resourceAttributesFrom, fieldSelectorAsSelector).
 */
export function fieldRequirements({ rawSelector, requirements }: WrittenFieldSelector): readonly FieldRequirement[] {
  if (requirements !== undefined && requirements.length > 0) {
    return requirements.flatMap(({ key = "", operator = "", values = [] }): readonly FieldRequirement[] => {
      const [value, ...others] = values;
      if (value === undefined || others.length > 0) return [];
      if (operator === "In") return [{ field: key, operator: "=", value }];
      return operator === "NotIn" ? [{ field: key, operator: "!=", value }] : [];
    });
  }
  return parseFieldSelector(rawSelector ?? "") ?? [];
}

/**
 * A field selector as a query parameter has it: `spec.nodeName=a,metadata.name!=b`; undefined where the server can not
 * read it (k8s.io/apimachinery pkg/fields/selector.go: ParseSelector).
 *
 * A backslash stands before `,`, `=` and itself, and nowhere else.
 */
export function parseFieldSelector(text: string): readonly FieldRequirement[] | undefined {
  const found: FieldRequirement[] = [];
  for (const term of text.match(/(?:\\.|[^\\,]|\\$)+/gs) ?? []) {
    const [, field, operator, escaped] = /^((?:\\.|[^\\=!]|!(?!=))*)(!=|==|=)(.*)$/s.exec(term) ?? [];
    if (field === undefined || escaped === undefined || !/^(?:\\[\\,=]|[^\\,=])*$/.test(escaped)) return undefined;
    found.push({ field, operator: operator === "!=" ? "!=" : "=", value: escaped.replace(/\\(.)/gs, "$1") });
  }
  return found;
}
