import "server-only";
import { publicUrl } from "@/lib/auth/public-url";
import { env } from "@/lib/platform/env";

/** Where the provider sends people back to. Nothing else is mounted beside it. */
export const OIDC_CALLBACK = "/api/auth/callback/oidc";

export type OidcSettings = {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  clientAuth: "basic" | "post" | undefined;
  name: string;
};

/** The operator's provider of single sign-on, or undefined where there is none. */
export function oidcSettings(): OidcSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLIENT_AUTH, OIDC_NAME } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return undefined;
  return {
    issuer: new URL(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    clientAuth: OIDC_CLIENT_AUTH,
    name: OIDC_NAME ?? "single sign-on",
  };
}

/** The callback under the public URL, with what a request carried behind the question mark. */
export function oidcCallbackUrl(search = ""): URL {
  const url = new URL(OIDC_CALLBACK, publicUrl());
  url.search = search;
  return url;
}
