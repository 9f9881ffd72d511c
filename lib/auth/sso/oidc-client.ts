import "server-only";
import type { Configuration, CustomFetch } from "openid-client";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { isOwn } from "@/lib/platform/own-error";
import { once } from "@/lib/platform/process-state.mjs";
import { isSafeOnTheWay } from "@/lib/platform/safe-on-the-way";
import { OidcProblem } from "./oidc-problem";
import { type OidcSettings, oidcSettings } from "./oidc-settings";

const DEADLINE_MS = 10_000;
const MAX_BODY_BYTES = 256 * 1024;
/** How long what the provider says about itself is believed. */
const FRESH_MS = 60 * 60 * 1000;
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Every request to the provider goes through here: one deadline, a limit of its size, no redirect followed, and https:
 * unless it stays on this machine. The operator chose the provider, so it may lie in a private network.
 */
const fetchOutbound: CustomFetch = async (url, { method, headers, body }) => {
  if (!isSafeOnTheWay(url)) throw new OidcProblem("unreachable", { reason: "insecure-endpoint" });
  const answer = await outboundRequest({
    method: method === "POST" ? "POST" : "GET",
    url,
    headers,
    ...(body ? { body: String(body) } : {}),
    deadlineMs: DEADLINE_MS,
    maxBodyBytes: MAX_BODY_BYTES,
    allowPrivate: true,
  });
  if (answer.kind === "failure") throw new OidcProblem("unreachable", { reason: answer.reason });
  if (answer.truncated) throw new OidcProblem("unreachable", { reason: "too-large" });
  // What is no JSON fails where it is read.
  return new Response(WITHOUT_BODY.has(answer.status) ? null : Buffer.from(answer.body), {
    status: answer.status,
    headers: { "content-type": "application/json" },
  });
};

async function discover({ issuer, clientId, clientSecret, clientAuth }: OidcSettings): Promise<Configuration> {
  // Loaded with the first sign-in of this kind: an installation without a provider never does.
  const openid = await import("openid-client");
  const basic = openid.ClientSecretBasic(clientSecret);
  const post = openid.ClientSecretPost(clientSecret);
  const configuration = await openid.discovery(
    issuer,
    clientId,
    clientSecret,
    (server, ...rest) => {
      // Basic is the standard's default, and so what a client is usually registered with.
      const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
      const way = clientAuth ?? (methods.includes("client_secret_basic") ? "basic" : "post");
      (way === "basic" ? basic : post)(server, ...rest);
    },
    {
      [openid.customFetch]: fetchOutbound,
      // The signature of an ID token counts, not only the connection that it came by.
      execute: [
        openid.enableNonRepudiationChecks,
        ...(issuer.protocol === "http:" ? [openid.allowInsecureRequests] : []),
      ],
    },
  );
  const { authorization_endpoint = "", token_endpoint = "" } = configuration.serverMetadata();
  for (const endpoint of [authorization_endpoint, token_endpoint])
    if (!URL.canParse(endpoint) || !isSafeOnTheWay(endpoint))
      throw new OidcProblem("unreachable", { reason: "no-endpoint" });
  return configuration;
}

const store = once("oidc", (): { kept?: { madeAt: number; configuration: Promise<Configuration> } } => ({}));

/** What the provider says about itself, asked for at most once in an hour. Throws `OidcProblem`. */
export async function oidcConfiguration(): Promise<Configuration> {
  const settings = oidcSettings();
  if (!settings) throw new OidcProblem("unreachable", { reason: "not-configured" });
  const { kept } = store;
  if (kept && Date.now() - kept.madeAt < FRESH_MS) return kept.configuration;
  const configuration = discover(settings).catch((error: unknown) => {
    if (store.kept?.configuration === configuration) delete store.kept;
    throw toOidcProblem(error, "unreachable");
  });
  store.kept = { madeAt: Date.now(), configuration };
  return configuration;
}

/** The library wraps what its `fetch` threw: found again inside, or said with the library's own code. */
export function toOidcProblem(error: unknown, otherwise: "unreachable" | "refused"): OidcProblem {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (isOwn(cause, OidcProblem)) return cause;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return new OidcProblem(otherwise, { reason: code });
}
