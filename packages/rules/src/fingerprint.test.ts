import { expect, test } from "vitest";
import { fingerprintOf } from "./fingerprint.ts";

// Pinned: a change here makes every finding of every user new.
test("the fingerprint of a grant to requests without credentials", () => {
  expect(
    fingerprintOf("rbac-grant-anonymous", "default", {
      subject: "Group system:unauthenticated",
      object: "rbac.authorization.k8s.io/ClusterRoleBinding//anon-admin",
    }),
  ).toBe("9353b13cfabcbb587f53efe5a075dbed");
});
