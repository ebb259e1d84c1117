import { existsSync, readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import type { RecordedReview, ReviewSpec } from "../rbac-world.ts";

/** Speaks JSON with an API server over connections that stay open. */
export interface ApiClient {
  isReady(): Promise<boolean>;
  /** The body of the answer. A status that is neither 2xx nor among `accepted` is an error. */
  send<T>(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    accepted?: readonly number[],
  ): Promise<T>;
  /** The answer to a SubjectAccessReview. */
  review(spec: ReviewSpec): Promise<Omit<RecordedReview, "spec">>;
  close(): void;
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

/** A client with a bearer token. `certificate` is the path of the authority's, which need not be there yet. */
export function apiClient(server: {
  readonly port: number;
  readonly token: string;
  readonly certificate: string;
}): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  let ca: Buffer | undefined;

  function exchange(method: string, path: string, body: unknown): Promise<Reply> {
    ca ??= readFileSync(server.certificate);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const options = {
      host: "127.0.0.1",
      port: server.port,
      path,
      method,
      agent,
      ca,
      headers: {
        authorization: `Bearer ${server.token}`,
        accept: "application/json",
        ...(text === undefined
          ? {}
          : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
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
