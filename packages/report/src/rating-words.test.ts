import { adjustment, dormantScore, type Risk, rate } from "@authgraph/rules";
import { hop, riskOf } from "@authgraph/testkit";
import { expect, it } from "vitest";
import { ratingWords } from "./rating-words.ts";

const place = hop({ path: "a.yaml", text: "one\n" }, "one", "");
/** A risk with the number that its rating gives. */
function rated(rating: Parameters<typeof rate>[0], more: Partial<Risk> = {}): Risk {
  return riskOf(place, { rating, score: rate(rating), confidence: "likely", ...more });
}

const likely = "confidence likely: a documented default is assumed where the inputs say nothing";

// The numbers are those of the worked cases of the rating: who can use it × what it gives, then adjusted.
it.each([
  [
    "an operator's account that reads every Secret",
    rated({ holder: 3, power: 2 }),
    [
      "8.0 of 10: high (7.0 to 8.9)",
      "who × what: 8.0 (one ServiceAccount or node × all Secrets, tokens or pods, or the nodes)",
      likely,
    ],
  ],
  [
    "an account that comes to everything by one assumed hop",
    rated({ holder: 3, power: 1, assumedHops: 1 }),
    [
      "8.3 of 10: high (7.0 to 8.9)",
      "who × what: 8.6 (one ServiceAccount or node × as good as cluster-admin)",
      "-0.3: one hop is assumed, not read",
      likely,
    ],
  ],
  [
    "a token of a cluster-admin that nobody rotates",
    rated({ holder: 3, power: 1, adjustments: [adjustment.staticCredential] }, { confidence: "certain" }),
    [
      "9.3 of 10: critical (above 9.0)",
      "who × what: 8.6 (one ServiceAccount or node × as good as cluster-admin)",
      "+0.7: a token or certificate that nobody rotates",
      "confidence certain: every hop was read from the inputs",
    ],
  ],
  [
    "a right that is not usable today",
    rated({ holder: 0, power: 1 }, { score: dormantScore, confidence: "possible" }),
    [
      "3.0 of 10: low (0.2 to 3.9)",
      "who × what: 10.0 (anybody without credentials × as good as cluster-admin)",
      "no more than 3.0, because nothing makes it usable today",
      "confidence possible: it needs something that the inputs do not say",
    ],
  ],
  [
    "a number without a story",
    riskOf(place, { score: 5.5, confidence: "likely" }),
    ["5.5 of 10: medium (4.0 to 6.9)", likely],
  ],
])("%s", (_what, risk, expected) => {
  expect(ratingWords(risk)).toEqual(expected);
});
