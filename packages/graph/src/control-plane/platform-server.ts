import type { PlatformFacts } from "@authgraph/kubernetes";
import { type BuiltInOrigin, located } from "@authgraph/source";
import type { AnonymousAccess, ApiServer } from "../types.ts";

/** An API server that no input describes, as its platform runs it. */
export function onPlatform(server: ApiServer, platform: PlatformFacts | undefined): ApiServer {
  if (platform === undefined) return server;
  const origin = originOf(platform);
  return {
    ...server,
    instance: `the API server of ${platform.title}`,
    installer: platform.installer,
    anonymous: located(anonymousAccess(server, platform, origin), origin),
  };
}

/** What may allow beside the authorizers that a server's flags name; what its own flags say of it is not known. */
export function otherAuthorizerOf(platform: PlatformFacts | undefined): ApiServer["otherAuthorizer"] {
  if (platform?.otherAuthorizer === undefined) return undefined;
  return located(platform.otherAuthorizer, originOf(platform));
}

function originOf({ title }: PlatformFacts): BuiltInOrigin {
  return { kind: "built-in", of: `default of ${title}` };
}

function anonymousAccess({ minor }: ApiServer, platform: PlatformFacts, origin: BuiltInOrigin): AnonymousAccess {
  const anonymous = platform.anonymous(minor);
  switch (anonymous.access) {
    case "all-paths":
    case "off":
      return { access: anonymous.access };
    case "some-paths":
      return { access: "some-paths", paths: anonymous.paths.map((path) => located(path, origin)) };
    case "unknown":
      return { access: "unknown", assumption: { text: anonymous.settledBy, origin } };
  }
}
