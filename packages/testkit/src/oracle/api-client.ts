import { existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import type { RecordedReview, ReviewSpec } from "../rbac-world.ts";

/** Speaks JSON with an API server over connections that stay open. */
export interface ApiClient {
  isReady(): Promise<boolean>;
  /** The body of the answer. A status that is neither 2xx nor among `accepted` is an error. */
  send<T>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    accepted?: readonly number[],
  ): Promise<T>;
  review(spec: ReviewSpec): Promise<Omit<RecordedReview, "spec">>;
  /** Status and body of the answer, whatever it is. */
  ask(method: string, path: string, body?: unknown, headers?: RequestHeaders): Promise<Reply>;
  close(): void;
}

/** A list is sent as so many headers. */
type RequestHeaders = Readonly<Record<string, string | readonly string[]>>;

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Where a server listens, and who asks. `certificate` is the path of the authority's, which need not be there yet. */
export interface ApiServerAddress {
  readonly port: number;
  readonly certificate: string;
}

export type ClientCredential = { readonly token: string } | { readonly cert: string; readonly key: string };

export function apiClient(server: ApiServerAddress & ClientCredential): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const identity = "token" in server ? {} : { cert: server.cert, key: server.key };
  const authorization: Readonly<Record<string, string>> =
    "token" in server ? { authorization: `Bearer ${server.token}` } : {};
  let ca: Buffer | undefined;

  function exchange(method: string, path: string, body: unknown, headers: RequestHeaders = {}): Promise<Reply> {
    ca ??= readFileSync(server.certificate);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const options = {
      host: "127.0.0.1",
      port: server.port,
      path,
      method,
      agent,
      ca,
      ...identity,
      headers: {
        ...authorization,
        accept: "application/json",
        ...(text === undefined
          ? {}
          : { "content-type": contentTypeOf(method), "content-length": Buffer.byteLength(text) }),
        ...headers,
      },
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
        );
        response.on("error", reject);
      });
      outgoing.on("error", reject);
      outgoing.setTimeout(60_000, () => outgoing.destroy(new Error(`${method} ${path}: no answer in a minute`)));
      outgoing.end(text);
    });
  }

  async function send<T>(method: string, path: string, body?: unknown, accepted: readonly number[] = []): Promise<T> {
    const { status, text } = await exchange(method, path, body);
    if ((status < 200 || status > 299) && !accepted.includes(status)) {
      throw new Error(`${method} ${path}: ${status} ${text}\nsent: ${JSON.stringify(body)}`);
    }
    const parsed: T = JSON.parse(text);
    return parsed;
  }

  return {
    send,
    ask: exchange,
    async isReady() {
      if (!existsSync(server.certificate)) return false;
      try {
        const { status } = await exchange("GET", "/readyz", undefined);
        if (status !== 200) ca = undefined;
        return status === 200;
      } catch {
        // Not listening yet, or the certificate was read while it was being written.
        ca = undefined;
        return false;
      }
    },
    async review(spec) {
      const review = { apiVersion: "authorization.k8s.io/v1", kind: "SubjectAccessReview", spec };
      const path = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
      return (await send<{ readonly status: Omit<RecordedReview, "spec"> }>("POST", path, review)).status;
    },
    close: () => agent.destroy(),
  };
}

function contentTypeOf(method: string): string {
  return method === "PATCH" ? "application/merge-patch+json" : "application/json";
}
