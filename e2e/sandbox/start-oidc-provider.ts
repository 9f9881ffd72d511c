import { randomBytes } from "node:crypto";
import { type Exchange, type HttpSandbox, type RecordedRequest, startHttpSandbox } from "./http-sandbox";
import { fitsChallenge, type Grant, makeTokenSigner, type ProviderPerson, type Twist } from "./oidc-tokens";
import { send, sendJson } from "./send";

export type OidcProvider = HttpSandbox<RecordedRequest> & {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Only there does it send anyone back to. */
  redirectUris: Set<string>;
  /** By the address that they type. */
  people: Map<string, ProviderPerson>;
  twist: Twist | undefined;
  /** How far its clock is ahead, in seconds: as far as that of the server under test. */
  aheadSeconds: number;
};

type Session = { person: ProviderPerson; authTime: number };

const newSecret = () => randomBytes(24).toString("base64url");
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const loginPage = (query: string) => `<!doctype html><html lang="en"><title>Sandbox provider</title>
<form method="post" action="/login?${escaped(query)}"><label>Account <input name="email" autofocus></label>
<button name="go" value="yes">Sign in there</button> <button name="go" value="no">Cancel</button></form></html>`;

/**
 * An OpenID Connect provider on this machine: discovery, the code flow with PKCE (S256 only), sessions with `prompt` and
 * `max_age`, client_secret_basic, codes that work once, signed ID tokens, userinfo. What it is asked wrongly it refuses
 * with the standard's own errors.
 */
export async function startOidcProvider(options: { port?: number } = {}): Promise<OidcProvider> {
  const sessions = new Map<string, Session>();
  const codes = new Map<string, Grant>();
  const accessTokens = new Map<string, ProviderPerson>();
  let signer: Awaited<ReturnType<typeof makeTokenSigner>> | undefined;
  const nowSeconds = () => Math.floor(Date.now() / 1000) + provider.aheadSeconds;

  const redirect = (exchange: Exchange, location: string, headers: Record<string, string> = {}) => {
    exchange.start(303, { location, ...headers });
    exchange.response.end();
  };
  const backTo = (query: URLSearchParams, answer: Record<string, string>) => {
    const url = new URL(query.get("redirect_uri") ?? "");
    const state = query.get("state");
    for (const [name, value] of Object.entries({ ...answer, ...(state ? { state } : {}), iss: provider.issuer }))
      url.searchParams.set(name, value);
    return url.href;
  };
  const grant = (query: URLSearchParams, { person, authTime }: Session) => {
    const code = newSecret();
    codes.set(code, {
      person,
      authTime,
      clientId: query.get("client_id") ?? "",
      redirectUri: query.get("redirect_uri") ?? "",
      nonce: query.get("nonce") ?? undefined,
      challenge: query.get("code_challenge") ?? "",
    });
    return backTo(query, { code });
  };
  /** What is wrong with a wish, before anyone is sent anywhere. */
  const problemOf = (query: URLSearchParams) => {
    if (query.get("response_type") !== "code") return "unsupported_response_type";
    if (!query.get("scope")?.split(" ").includes("openid")) return "invalid_scope";
    const hasChallenge = query.get("code_challenge_method") === "S256" && query.get("code_challenge");
    return hasChallenge ? undefined : "invalid_request";
  };

  async function authorize(exchange: Exchange, query: URLSearchParams, typed: string | undefined, left: boolean) {
    const isKnown =
      query.get("client_id") === provider.clientId && provider.redirectUris.has(query.get("redirect_uri") ?? "");
    if (!isKnown) return send(exchange, 400, "text/plain", "Unknown client or redirect_uri.");
    const error = problemOf(query) ?? (left ? "access_denied" : undefined);
    if (error) return redirect(exchange, backTo(query, { error, error_description: "Text of the <b>provider</b>" }));
    if (typed !== undefined) {
      const person = provider.people.get(typed);
      if (!person) return send(exchange, 403, "text/plain", "Nobody has this account.");
      const id = newSecret();
      const session = { person, authTime: nowSeconds() };
      sessions.set(id, session);
      return redirect(exchange, grant(query, session), { "set-cookie": `op=${id}; HttpOnly; Path=/` });
    }
    const session = sessions.get(/\bop=([\w-]+)/.exec(exchange.request.headers.cookie ?? "")?.[1] ?? "");
    const maxAge = Number(query.get("max_age") ?? Number.POSITIVE_INFINITY);
    const isFresh = session && nowSeconds() - session.authTime < maxAge && query.get("prompt") !== "login";
    if (isFresh) return redirect(exchange, grant(query, session));
    return send(exchange, 200, "text/html", loginPage(query.toString()));
  }

  async function token(exchange: Exchange) {
    if (provider.twist === "redirect") return redirect(exchange, `${provider.issuer}/token-elsewhere`);
    if (provider.twist === "too-long") return send(exchange, 200, "application/json", `{"a":"${"x".repeat(400_000)}"}`);
    const form = new URLSearchParams(await exchange.body());
    const [scheme, shown = ""] = (exchange.request.headers.authorization ?? "").split(" ");
    // Both halves are encoded as in a form (RFC 6749, 2.3.1).
    const pair = Buffer.from(shown, "base64").toString().split(":").map(decodeURIComponent).join(":");
    if (scheme !== "Basic" || pair !== `${provider.clientId}:${provider.clientSecret}`)
      return sendJson(exchange, 401, { error: "invalid_client" });
    const code = form.get("code") ?? "";
    const granted = codes.get(code);
    codes.delete(code);
    const fits =
      granted &&
      form.get("grant_type") === "authorization_code" &&
      form.get("redirect_uri") === granted.redirectUri &&
      fitsChallenge(form.get("code_verifier") ?? "", granted.challenge);
    if (!fits) return sendJson(exchange, 400, { error: "invalid_grant" });
    const accessToken = newSecret();
    accessTokens.set(accessToken, granted.person);
    const idToken = provider.twist === "no-id-token" ? {} : { id_token: await signer?.sign(granted, provider.twist) };
    return sendJson(exchange, 200, { access_token: accessToken, token_type: "Bearer", expires_in: 300, ...idToken });
  }

  const server = await startHttpSandbox<RecordedRequest>({
    port: options.port,
    secretsOf: () => [provider.clientSecret],
    record: (_, base) => base,
    answer: async (exchange) => {
      const { url, request } = exchange;
      const { issuer } = provider;
      switch (`${request.method} ${url.pathname}`) {
        case "GET /.well-known/openid-configuration":
          return sendJson(exchange, 200, {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            userinfo_endpoint: `${issuer}/userinfo`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ["code"],
            subject_types_supported: ["public"],
            id_token_signing_alg_values_supported: ["RS256"],
            token_endpoint_auth_methods_supported: ["client_secret_basic"],
            code_challenge_methods_supported: ["S256"],
            authorization_response_iss_parameter_supported: true,
          });
        case "GET /jwks":
          return sendJson(exchange, 200, { keys: signer?.keys ?? [] });
        case "GET /authorize":
          return authorize(exchange, url.searchParams, undefined, false);
        case "POST /login": {
          const form = new URLSearchParams(await exchange.body());
          return authorize(exchange, url.searchParams, form.get("email") ?? "", form.get("go") === "no");
        }
        case "POST /token":
          return token(exchange);
        case "GET /userinfo": {
          const person = accessTokens.get((request.headers.authorization ?? "").replace(/^Bearer /, ""));
          return person ? sendJson(exchange, 200, person) : sendJson(exchange, 401, { error: "invalid_token" });
        }
        default:
          return sendJson(exchange, 404, { error: "not_found" });
      }
    },
  });
  const provider: OidcProvider = {
    ...server,
    // Another site than the app's: cookies and redirects behave as between two companies.
    issuer: server.url.replace("127.0.0.1", "localhost"),
    clientId: "latchkey",
    clientSecret: newSecret(),
    redirectUris: new Set(),
    people: new Map(),
    twist: undefined,
    aheadSeconds: 0,
  };
  signer = await makeTokenSigner(provider.issuer, nowSeconds);
  return provider;
}
