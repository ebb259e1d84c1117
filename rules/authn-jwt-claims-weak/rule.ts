import {
  type ApiServer,
  type Check,
  describedServers,
  firstThatFits,
  givenSetting,
  isWritten,
  type JwtAuthenticator,
  note,
  type Origin,
  quotable,
  type Risk,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    for (const authenticator of server.authenticators) {
      if (authenticator.kind === "service-account") yield* sharedTokensOf(server, authenticator.audiences);
      if (authenticator.kind !== "jwt") continue;
      for (const weakness of weaknessesOf(authenticator.issuer)) {
        yield weaknessRisk(server, `issuer ${authenticator.issuer.url.value}`, weakness);
      }
    }
  }
};

/** Tokens that pods get to show to somebody else, and that are good for the API server too. */
function* sharedTokensOf(server: ApiServer, audiences: readonly string[]): Iterable<Risk> {
  const shared = audiences.find((audience) => sharedAudiences.includes(audience));
  const setting = givenSetting(server, "api-audiences");
  if (shared === undefined || setting === undefined || !isWritten(setting.origin)) return;
  yield weaknessRisk(server, "api-audiences", {
    origin: setting.origin,
    label: `${shared} is somebody else`,
    title: `whoever gets a pod's token for ${quotable(shared)} can use it for the API server`,
    why: "pods get such tokens to show them to that service, which can do with them what the pod's account can",
    remedy: `take ${shared} out: the token is projected for it all the same, and no longer good here`,
    score: 5.0,
  });
}

interface Weakness {
  readonly origin: Origin;
  readonly label: string;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly score: number;
}

function* weaknessesOf(issuer: JwtAuthenticator): Iterable<Weakness> {
  const { url, audiences, claimRules, userRules, username } = issuer;
  const open = openIssuers.find(({ pattern }) => pattern.test(url.value));
  if (open !== undefined && claimRules.length === 0 && userRules.length === 0) {
    yield {
      origin: url.origin,
      label: "no rule says whose tokens are meant",
      title: `${open.who} can log in as an authenticated user`,
      why: "the audience keeps nobody out: whoever asks for a token there says what it is for",
      remedy: `ask for a claim that only your own have, such as ${open.claim}`,
      score: 5.5,
    };
  }
  const shared = audiences.find(({ value }) => sharedAudiences.includes(value));
  if (shared !== undefined) {
    const names = [`whoever gets a token for ${quotable(shared.value)} of ${quotable(url.value)} can use it here`];
    yield {
      origin: shared.origin,
      label: "an audience of other programs too",
      title: firstThatFits([...names, "whoever gets a token for another program can use it here"]),
      why: "a token that was given to another program, or that it leaks, is good for the API server",
      remedy: "use an audience that is this cluster's own",
      score: 5.0,
    };
  }
  if (username.kind === "claim" && username.claim.value === "email" && unverified.test(url.value)) {
    yield {
      origin: username.claim.origin.kind === "built-in" ? url.origin : username.claim.origin,
      label: "an address that nobody verified",
      title: "whoever sets their e-mail address at the issuer can take another user's name",
      why: "the server refuses an address only where the token says that it is not verified; this issuer says nothing",
      remedy: "use a claim that people cannot choose, such as oid or sub",
      score: 5.0,
    };
  }
}

/** Issuers whose tokens anybody gets, for an audience of their choice. */
const openIssuers = [
  {
    pattern: /^https:\/\/token\.actions\.githubusercontent\.com\/?$/,
    who: "every workflow on GitHub",
    claim: "repository_owner",
  },
  { pattern: /^https:\/\/gitlab\.com\/?$/, who: "every job on gitlab.com", claim: "namespace_path" },
  { pattern: /^https:\/\/agent\.buildkite\.com\/?$/, who: "every job on Buildkite", claim: "organization_slug" },
  {
    pattern: /^https:\/\/app\.terraform\.io\/?$/,
    who: "every run on HCP Terraform",
    claim: "terraform_organization_name",
  },
] as const;

/** Audiences that programs use by default: Keycloak's `account`, AWS' STS, workload identity of Entra ID, Vault. */
const sharedAudiences: readonly string[] = ["account", "sts.amazonaws.com", "api://AzureADTokenExchange", "vault"];

/** Entra ID: an address is what somebody wrote into the directory of any tenant. */
const unverified = /^https:\/\/(?:login\.microsoftonline\.com|sts\.windows\.net)\//;

function weaknessRisk(server: ApiServer, of: string, weakness: Weakness): Risk {
  const { origin, label, title, why, remedy, score } = weakness;
  return settingRisk({
    ruleId: "authn-jwt-claims-weak",
    server,
    setting: `${of}: ${label}`,
    origin,
    label,
    title,
    score,
    notes: [note("why", why)],
    remedies: [{ text: remedy, edits: [] }],
  });
}
