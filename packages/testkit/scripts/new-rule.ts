import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkoutPath } from "../src/shared-material.ts";

/** `pnpm new-rule NAME`: writes the folder of a new rule, with a bad case and its good twin to begin with. */
const [id] = process.argv.slice(2);
const problem = problemOf(id);
if (id === undefined || problem !== undefined) {
  console.error(problem);
  process.exitCode = 2;
} else {
  for (const [path, content] of Object.entries(filesOf(id))) {
    const target = checkoutPath("rules", id, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`wrote ${join("rules", id, path)}`);
  }
  console.log("next: write the cases, then the check; `pnpm generate` adds the rule to the index and writes its page;");
  console.log("`pnpm test rules` runs the cases");
}

function problemOf(name: string | undefined): string | undefined {
  if (name === undefined) return "usage: pnpm new-rule NAME, for example rbac-grant-nodes-group";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name))
    return `${name}: lower-case words joined by hyphens; completes "allow …"`;
  if (existsSync(checkoutPath("rules", name))) return `rules/${name} is there already`;
  return undefined;
}

function filesOf(name: string): Readonly<Record<string, string>> {
  return {
    "rule.yaml": `id: ${name}
title: What it finds, as a noun phrase
severity: medium
since: 0.1.0
why: >-
  Why it matters, a paragraph: who can do what with it, and when it is harmless and therefore not reported.
remedy: What to do, a paragraph; the best first.
needs: []
references:
  - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
controls: []
aliases: []
tags: [authorization, rbac]
`,
    "rule.ts": `import {
  boundHolders,
  type Check,
  fitTitle,
  hop,
  rate,
  strongestPower,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["group"])) {
    const { binding, subject, holder } = bound;
    // Ask the evaluator what the grants give; never compare verbs or resources.
    const power = strongestPower(bound.grants(), context.minor);
    if (power?.id !== "read-secrets") continue;
    const place = subjectHop(holder, subject, 1);
    yield {
      ruleId: "${name}",
      title: fitTitle(\`\${holder.name} can \${power.phrase}\`),
      score: rate({ holder: holder.level, power: power.level, adjustments: holder.adjustments }),
      confidence: power.confidence,
      place,
      hops: [place, hop(binding.entry.object.roleRef.name.origin, "grants this role", 2)],
      notes: [],
      remedies: [takeSubjectOut(bound)],
      identity: { subject: holder.identity, object: binding.entry.key },
      cause: binding.entry.key,
      also: \`\${holder.name} can as well\`,
    };
  }
};
`,
    "cases/bad/example.yaml": exampleCase("secrets", "  # expect: low 3.5 Group readers can read every Secret in dev"),
    "cases/good/example.yaml": exampleCase("configmaps", ""),
  };
}

function exampleCase(resource: string, mark: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: dev}
rules:
- apiGroups: [""]
  resources: [${resource}]
  verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: dev}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects:
- apiGroup: rbac.authorization.k8s.io
  kind: Group
  name: readers${mark}
`;
}
