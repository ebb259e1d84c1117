import { mutate, newDice, readerFault, seedDocuments } from "@authgraph/testkit";
import fc from "fast-check";
import { describe, it } from "vitest";
import { readDocuments } from "./read-documents.ts";
import type { Profile } from "./tree.ts";

/**
 * Laws for any text. "Read alone" in them (`readerFault`): the slice of a scalar's span as the value of a key or as a
 * whole document, because how far its further lines must be indented depends on what stands around it; without the line
 * breaks after a block scalar's last line, which are no part of the span; scalars with a tag left out, as the tag is none.
 */
const anyProfile = fc.constantFrom<Profile>("kubectl", "kubelet", "component-config", "api-server");
const anyBit = fc.constantFrom(
  ..."a|b: |- |? |: |[|]|{|}|,|\n|\n  |\n    |\t|'|\"|\\|\\n|#| # c|&x |*x|<<: *x|!!str |!|1|010|.5|~|yes|>|>-\n|...\n|---\n|\r\n|\u2028|\ufeff|é|😀|%".split(
    "|",
  ),
  "|\n",
  "|2+\n",
);
const anyText = fc.oneof(
  fc.array(anyBit, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .tuple(fc.nat(), fc.nat(seedDocuments.length - 1))
    .map(([seed, i]) => mutate(seedDocuments[i] ?? "", newDice(seed))),
);

describe("any text", () => {
  it("is read without throwing; spans nest, siblings stand in order, and each scalar read alone is itself", () => {
    fc.assert(
      fc.property(anyText, anyProfile, (text, profile) => readerFault(text, profile) === undefined),
      { numRuns: 3000 },
    );
  });

  it("is cut into documents that stand in order and never overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        let inOrder = true;
        readDocuments(text, "kubectl", ({ outcome, start, end }) => {
          // What kubectl had collected before a faulty separator comes after that error.
          if (outcome !== "error" && start < last) inOrder = false;
          if (outcome !== "error") last = end;
          if (start > end || end > text.length) inOrder = false;
        });
        return inOrder;
      }),
      { numRuns: 2000 },
    );
  });

  it("reads the same twice, whatever was read in between", () => {
    const outcomes = (text: string): string => {
      const found: unknown[] = [];
      readDocuments(text, "kubectl", (document) => {
        const root = document.outcome === "value" ? document.tree.kind(document.tree.root) : "";
        found.push({ ...document, tree: root });
      });
      return JSON.stringify(found);
    };
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = outcomes(text);
        outcomes(other);
        return outcomes(text) === first;
      }),
      { numRuns: 1000 },
    );
  });
});
