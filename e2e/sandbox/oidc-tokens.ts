import { createHash } from "node:crypto";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";

/** Someone who has an account with the provider. */
export type ProviderPerson = { sub: string; email: string; email_verified: boolean | string; name?: string };

/** What is wrong with the next answers. */
export type Twist =
  | "wrong-issuer"
  | "wrong-audience"
  | "wrong-nonce"
  | "foreign-key"
  | "unsigned"
  | "expired"
  | "no-id-token"
  | "old-auth-time"
  | "no-auth-time"
  /** The token endpoint answers with a redirect to another place of the same server. */
  | "redirect"
  /** The token endpoint answers with more than anyone should read. */
  | "too-long";

/** What an authorization code stands for. */
export type Grant = {
  person: ProviderPerson;
  clientId: string;
  redirectUri: string;
  nonce: string | undefined;
  challenge: string;
  /** Seconds since 1970. */
  authTime: number;
};

const keyId = "sandbox-1";

/** The provider's signing key, its public half, and ID tokens by it. */
export async function makeTokenSigner(issuer: string, nowSeconds: () => number) {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: keyId, alg: "RS256", use: "sig" };
  const sign = async ({ person, clientId, nonce, authTime }: Grant, twist: Twist | undefined): Promise<string> => {
    const now = nowSeconds();
    const payload: JWTPayload = {
      iss: twist === "wrong-issuer" ? "https://other.example" : issuer,
      aud: twist === "wrong-audience" ? "another-client" : clientId,
      iat: twist === "expired" ? now - 7200 : now,
      exp: twist === "expired" ? now - 3600 : now + 300,
      nonce: twist === "wrong-nonce" ? "another-nonce" : nonce,
      ...(twist === "no-auth-time" ? {} : { auth_time: twist === "old-auth-time" ? now - 3600 : authTime }),
      ...person,
    };
    if (twist === "unsigned") return new UnsecuredJWT(payload).encode();
    return new SignJWT(payload)
      .setProtectedHeader({ alg: "RS256", kid: keyId })
      .sign(twist === "foreign-key" ? foreign.privateKey : own.privateKey);
  };
  return { keys: [jwk], sign };
}

/** PKCE: whether a verifier is the one whose hash was shown before. */
export const fitsChallenge = (verifier: string, challenge: string) =>
  createHash("sha256").update(verifier).digest("base64url") === challenge;
