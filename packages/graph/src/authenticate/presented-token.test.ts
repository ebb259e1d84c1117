import { describe, expect, test } from "vitest";
import { headersOf } from "./headers.ts";
import { bearerToken, webSocketToken } from "./presented-token.ts";
import { requestWith } from "./written-server.ts";

describe("the token of an Authorization header", () => {
  test.each([
    ["Bearer abc", "abc"],
    ["bearer abc", "abc"],
    ["BEARER abc", "abc"],
    [" Bearer abc ", "abc"],
    ["Bearer abc def", "abc"],
    ["Bearer a b c d", "a"],
    // A second space leaves an empty token, which is none.
    ["Bearer  abc", undefined],
    ["Bearer ", undefined],
    ["Bearer", undefined],
    ["Bearer\tabc", undefined],
    ["Basic abc", undefined],
    ["abc", undefined],
    ["", undefined],
    // Go trims U+0085 and leaves U+FEFF.
    ["\u0085Bearer abc", "abc"],
    ["Bearer abc\ufeff", "abc\ufeff"],
  ])("%j: %j", (value, expected) => {
    const presented = bearerToken(headersOf(requestWith({ kind: "authorization", value })));
    expect(presented).toEqual(expected === undefined ? { presented: "none" } : { presented: "token", token: expected });
  });

  test("of several headers the first, and the credential before what is written out", () => {
    expect(
      bearerToken(headersOf(requestWith({ kind: "none" }, "authorization: Bearer one", "Authorization: Bearer two"))),
    ).toEqual({
      presented: "token",
      token: "one",
    });
    expect(
      bearerToken(headersOf(requestWith({ kind: "bearer", token: "own" }, "Authorization: Bearer other"))),
    ).toEqual({
      presented: "token",
      token: "own",
    });
  });
});

const prefix = "base64url.bearer.authorization.k8s.io.";
const encoded = (token: string): string => `${prefix}${Buffer.from(token).toString("base64url")}`;

describe("the token of a WebSocket request", () => {
  const upgrade = ["Upgrade: WebSocket", "Connection: keep-alive, Upgrade"];
  test.each<readonly [headers: readonly string[], expected: string | undefined]>([
    [[...upgrade, `Sec-WebSocket-Protocol: v4.channel.k8s.io, ${encoded("abc")}`], "token abc"],
    [[...upgrade, `Sec-WebSocket-Protocol: ${encoded("abc")}`, "Sec-WebSocket-Protocol: v4"], "token abc"],
    [[...upgrade, `Sec-WebSocket-Protocol: ${encoded("abc")}`], "malformed missing additional subprotocol"],
    [
      [...upgrade, `Sec-WebSocket-Protocol: v4,${encoded("a")},${encoded("b")}`],
      "malformed multiple base64.bearer.authorization tokens specified",
    ],
    [
      [...upgrade, `Sec-WebSocket-Protocol: v4,${prefix}a=`],
      "malformed invalid base64.bearer.authorization token encoding",
    ],
    [
      [...upgrade, `Sec-WebSocket-Protocol: v4,${prefix}_w`],
      "malformed invalid base64.bearer.authorization token encoding",
    ],
    [[...upgrade, `Sec-WebSocket-Protocol: v4,${prefix}`], undefined],
    [[...upgrade, "Sec-WebSocket-Protocol: v4"], undefined],
    [["Upgrade: websocket", `Sec-WebSocket-Protocol: v4,${encoded("abc")}`], undefined],
    [["Connection: upgrade", `Sec-WebSocket-Protocol: v4,${encoded("abc")}`], undefined],
  ])("%j: %s", (headers, expected) => {
    const presented = webSocketToken(headersOf(requestWith({ kind: "none" }, ...headers)));
    const told =
      presented.presented === "token"
        ? `token ${presented.token}`
        : presented.presented === "malformed"
          ? `malformed ${presented.reason}`
          : undefined;
    expect(told).toBe(expected);
  });
});
