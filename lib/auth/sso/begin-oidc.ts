import "server-only";
import type { Person } from "@/lib/auth/actor";
import { countStep } from "@/lib/auth/sign-in/sign-in-limits";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { oidcConfiguration } from "./oidc-client";
import { keepFlow } from "./oidc-flow";
import { OidcProblem, oidcProblemSentence } from "./oidc-problem";
import { oidcCallbackUrl, oidcSettings } from "./oidc-settings";

/**
 * Starts the way to the provider: returns the address to open there. The state, the nonce and the verifier of PKCE are
 * made here and kept in the browser, encrypted.
 * @param next the path to go on at, of this app
 * @param confirms who is signed in already and only has to show again that it is them
 */
export async function beginOidc(next: string, peer: string | undefined, confirms?: Person): Promise<string> {
  if (!oidcSettings()) throw new Refusal("NOT_FOUND", "This server has no single sign-on.");
  await countStep(peer);
  try {
    const configuration = await oidcConfiguration();
    const openid = await import("openid-client");
    const verifier = openid.randomPKCECodeVerifier();
    const flow = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier,
      next,
      startedAt: Math.floor(Date.now() / 1000),
      ...(confirms ? { sessionId: confirms.sessionId } : {}),
    };
    await keepFlow(flow);
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: oidcCallbackUrl().href,
      scope: "openid email profile",
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      // A session that the provider still has says nothing about who sits there now.
      ...(confirms ? { prompt: "login", max_age: "0", login_hint: confirms.email } : {}),
    }).href;
  } catch (error) {
    if (!isOwn(error, OidcProblem)) throw error;
    log.warn({ peer, reason: error.reason }, "single sign-on could not begin");
    throw new Refusal("UNAVAILABLE", oidcProblemSentence(error.code) ?? "");
  }
}
