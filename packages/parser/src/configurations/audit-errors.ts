import { type FieldError, invalid, required, unsupported } from "../objects/field-error.ts";
import { subdomainProblems } from "../objects/names.ts";
import { field, itemsOf, type ObjectView, place, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

const levels = ["None", "Metadata", "Request", "RequestResponse"];
const stages = ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"];

/**
 * What k8s.io/apiserver pkg/apis/audit/validation/validation.go: ValidatePolicy refuses, and a policy without rules
 * (pkg/audit/policy/reader.go).
 */
export function auditErrors(view: ObjectView, root: NodeId): readonly FieldError[] {
  const rules = itemsOf(view, field(view, root, "rules"));
  const errors = [
    ...stageErrors(view, root, "omitStages"),
    ...rules.flatMap((rule, i) => ruleErrors(view, rule, `rules[${i}]`)),
  ];
  if (errors.length > 0 || rules.length > 0) return errors;
  return [{ field: "", body: "loaded illegal policy with 0 rules", place: place(view, root) }];
}

function ruleErrors(view: ObjectView, rule: NodeId, path: string): readonly FieldError[] {
  const urls = field(view, rule, "nonResourceURLs");
  const written = itemsOf(view, urls).map((item) => text(view, item));
  const isForBoth =
    written.length > 0 && ["resources", "namespaces"].some((name) => itemsOf(view, field(view, rule, name)).length > 0);
  const both = "rules cannot apply to both regular resources and non-resource URLs";
  return [
    ...levelErrors(view, rule, `${path}.level`),
    ...urlErrors(view, urls, `${path}.nonResourceURLs`),
    ...resourceErrors(view, field(view, rule, "resources"), `${path}.resources`),
    ...stageErrors(view, rule, `${path}.omitStages`),
    ...(isForBoth ? [invalid(`${path}.nonResourceURLs`, place(view, urls), written, both)] : []),
  ];
}

function levelErrors(view: ObjectView, rule: NodeId, path: string): readonly FieldError[] {
  const node = field(view, rule, "level");
  const level = text(view, node);
  if (level === "") return [required(path, place(view, node === 0 ? rule : node))];
  return levels.includes(level) ? [] : [unsupported(path, place(view, node), level, levels)];
}

function urlErrors(view: ObjectView, urls: NodeId, path: string): readonly FieldError[] {
  return itemsOf(view, urls).flatMap((item, i): readonly FieldError[] => {
    const url = text(view, item);
    if (url === "*") return [];
    const refuse = (detail: string): FieldError => invalid(`${path}[${i}]`, place(view, item), url, detail);
    return [
      ...(url.startsWith("/") ? [] : [refuse("non-resource URL rules must begin with a '/' character")]),
      ...(url.slice(0, -1).includes("*")
        ? [refuse("non-resource URL wildcards '*' must be the final character of the rule")]
        : []),
    ];
  });
}

/** The paths have no index: the server leaves it out. */
function resourceErrors(view: ObjectView, resources: NodeId, path: string): readonly FieldError[] {
  return itemsOf(view, resources).flatMap((item): readonly FieldError[] => {
    const node = field(view, item, "group");
    const group = text(view, node);
    const problems = group === "" || group === "*" ? [] : subdomainProblems(group);
    const names = field(view, item, "resourceNames");
    const written = itemsOf(view, names).map((name) => text(view, name));
    const isNameless = written.length > 0 && itemsOf(view, field(view, item, "resources")).length === 0;
    return [
      ...(problems.length === 0 ? [] : [invalid(`${path}.group`, place(view, node), group, problems.join(","))]),
      ...(isNameless
        ? [
            invalid(
              `${path}.resourceNames`,
              place(view, names),
              written,
              "using resourceNames requires at least one resource",
            ),
          ]
        : []),
    ];
  });
}

function stageErrors(view: ObjectView, owner: NodeId, path: string): readonly FieldError[] {
  return itemsOf(view, field(view, owner, "omitStages")).flatMap((item, i) => {
    const stage = text(view, item);
    if (stages.includes(stage)) return [];
    return [invalid(`${path}[${i}]`, place(view, item), stage, `allowed stages are ${stages.join(",")}`)];
  });
}
