import "server-only";
import type { Configuration, IDToken, TokenEndpointResponse, UserInfoResponse } from "openid-client";
import { email as emailSchema } from "@/lib/auth/auth-schema";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { oidcConfiguration, toOidcProblem } from "./oidc-client";
import type { OidcFlow } from "./oidc-flow";
import { OidcProblem } from "./oidc-problem";
import { oidcCallbackUrl } from "./oidc-settings";

/** Who the provider says is there. */
export type OidcIdentity = {
  /** Issuer and subject: what stays the same of a person, whatever their address becomes. */
  accountId: string;
  /** Verified by the provider, in the form of our accounts. */
  email: string;
  /** As the provider writes it; not yet fit for being stored. */
  name: string | undefined;
  /** When they last showed the provider who they are, where it says so. */
  authenticatedAt: Date | undefined;
};

/** The address is in the ID token, or where the access token leads. */
async function claimsOf(
  configuration: Configuration,
  tokens: TokenEndpointResponse,
  idToken: IDToken,
): Promise<IDToken | UserInfoResponse> {
  if (typeof idToken.email === "string" || !configuration.serverMetadata().userinfo_endpoint) return idToken;
  const { fetchUserInfo } = await import("openid-client");
  return fetchUserInfo(configuration, tokens.access_token, idToken.sub);
}

/**
 * Ends the way to the provider: exchanges the code, and checks state, nonce, signature, issuer, audience and times of
 * what comes back. No token of the provider is kept. Throws `OidcProblem`.
 * @param search what the callback was asked with, from the question mark on
 */
export async function finishOidc(search: string, flow: OidcFlow): Promise<OidcIdentity> {
  const answer = new URLSearchParams(search);
  // Begun anew in another tab since, or not begun by this browser at all.
  if (!isSameSecret(answer.get("state") ?? "", flow.state))
    throw new OidcProblem("expired", { reason: "state-mismatch" });
  if (answer.get("error") === "access_denied") throw new OidcProblem("cancelled");
  const configuration = await oidcConfiguration();
  const { authorizationCodeGrant } = await import("openid-client");
  try {
    const tokens = await authorizationCodeGrant(configuration, oidcCallbackUrl(search), {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
      // To confirm who is there, they must have shown it to the provider since we asked.
      ...(flow.sessionId ? { maxAge: Math.max(Math.floor(Date.now() / 1000) - flow.startedAt, 0) } : {}),
    });
    const idToken = tokens.claims();
    if (!idToken) throw new OidcProblem("refused", { reason: "no-id-token" });
    // The standard's own limit; it becomes a part of a key.
    if (idToken.sub.length > 255) throw new OidcProblem("refused", { reason: "long-subject" });
    const claims = await claimsOf(configuration, tokens, idToken);
    const email = emailSchema.safeParse(claims.email);
    // The word, not something like it: "true" in quotes is one that nobody defined.
    if (!email.success) throw new OidcProblem("not-verified", { reason: "no-address" });
    if (claims.email_verified !== true) throw new OidcProblem("not-verified", { email: email.data });
    return {
      accountId: `${idToken.iss} ${idToken.sub}`,
      email: email.data,
      name: typeof claims.name === "string" ? claims.name : undefined,
      authenticatedAt: typeof idToken.auth_time === "number" ? new Date(idToken.auth_time * 1000) : undefined,
    };
  } catch (error) {
    throw toOidcProblem(error, "refused");
  }
}
