import { readdirSync } from "node:fs";
import { startCanary } from "../sandbox/start-canary";
import { askRaw } from "../support/ask-raw";
import { builtPages } from "../support/built-doors";
import { expect } from "../support/fixtures";
import { test } from "../support/guarded";

// What HTTP itself gives away, whoever asks and however. None of it depends on the database: the embedded one only.

const scriptsOf = (html: string) => [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);

test("N9, S15: every page has a policy with a nonce of its own and is kept by no cache, and so has every answer", async ({
  guarded,
  owner,
  home,
}) => {
  const { url } = home.app;
  const headers = { cookie: owner.cookie };
  const pages = [
    ...[
      "/",
      "/sign-in",
      "/setup",
      "/reset-password",
      "/left",
      "/invite/x",
      "/nothing",
      "/icon.svg.x",
      "/latchkey.mjs.x",
      "/_next/staticx",
    ],
    ...["/data-sources", "/data-sources/new", "/data-sources/new/clari-copilot", `/data-sources/${guarded.source}`],
    ...["/credentials", `/credentials/${guarded.id}`, "/credentials/deleted", "/members", "/audit", "/notices"],
    ...["/settings", "/settings/credentials", "/settings/notices", "/settings/keys", "/account"],
  ];
  const routes = ["credentials", "data-sources", "members", "settings", "notices", "workspaces", "invitations", "none"];
  const nonces = new Set<string>();
  let scripts = 0;
  for (const path of pages) {
    for (const more of [{}, { rsc: "1" }]) {
      const answer = await askRaw(url, path, { headers: { ...headers, ...more } });
      expect(answer.status, path).toBeLessThan(500);
      expect(answer.headers["cache-control"], path).toContain("no-store");
      const policy = Object.fromEntries(
        (answer.headers["content-security-policy"] ?? "").split("; ").map((part) => {
          const [name = "", ...values] = part.split(" ");
          return [name, values];
        }),
      );
      const nonce = /'nonce-([A-Za-z0-9+/=]{24})'/.exec(String(policy["script-src"]))?.[1] ?? "";
      expect(nonces.has(nonce) || nonce === "", `${path}: ${nonce}`).toBe(false);
      nonces.add(nonce);
      expect(String(policy["script-src"]), path).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:/);
      expect(String(policy["style-src"]), path).not.toMatch(/unsafe/);
      for (const directive of ["object-src", "base-uri", "frame-ancestors"])
        expect(policy[directive], `${path} ${directive}`).toEqual(["'none'"]);
      expect(policy["form-action"], path).toEqual(["'self'"]);
      for (const tag of scriptsOf(answer.text)) expect(tag, path).toContain(`nonce="${nonce}"`);
      scripts += scriptsOf(answer.text).length;
    }
  }
  expect(scripts).toBeGreaterThan(pages.length);
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec((await askRaw(url, "/sign-in")).text)?.[1] ?? "";
  const others = [
    script,
    "/icon.svg",
    "/latchkey.mjs",
    "/_next/static/none.js",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/api/health",
  ];
  for (const path of [...pages, ...others, "/%", "/api/ready", ...routes.map((name) => `/api/v1/${name}`)]) {
    const answer = await askRaw(url, path, { headers });
    expect(answer.headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(answer.headers["x-content-type-options"], path).toBe("nosniff");
    if (path.startsWith("/api/")) expect(answer.headers["cache-control"], path).toContain("no-store");
    if (answer.status === 400) continue;
    expect(answer.headers["referrer-policy"], path).toBe("no-referrer");
    expect(answer.headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(
      Number(/max-age=(\d+)/.exec(answer.headers["strict-transport-security"] ?? "")?.[1]),
      path,
    ).toBeGreaterThanOrEqual(31_536_000);
  }
});

/** Pages for people without a session, and what leads on to another one. */
const NOT_IN_THE_FRAME = ["/", "/confirm-identity", "/invite/[token]", "/reset-password", "/setup", "/sign-in"].concat(
  "/left",
);

test("I1: every page of those who are signed in says which providers the operator pointed elsewhere", async ({
  guarded,
  owner,
  home,
}) => {
  const pages = builtPages().filter((page) => !NOT_IN_THE_FRAME.includes(page));
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) {
    const path = page
      // Nobody can define one here: there is none to look at.
      .replace(/^\/settings\/own-connectors\/.*/, "/settings/own-connectors")
      .replace("/data-sources/[id]", `/data-sources/${guarded.source}`)
      .replace("[id]", guarded.id)
      .replace("[guide]", "credentials")
      .replace("[connectorId]/configure", `[connectorId]/configure?credential=${guarded.id}`)
      .replace("[connectorId]", "clari-copilot");
    const { status, text } = await askRaw(home.app.url, path, { headers: { cookie: owner.cookie } });
    expect(status, path).toBe(200);
    const banner = /<aside aria-label="Operator&#x27;s override"[^>]*><p>(.*?)<\/p>/.exec(text)?.[1] ?? "";
    expect(banner.replaceAll(/<.*?>/g, "").replaceAll("&#x27;", "'"), path).toBe(
      "Requests to Clari Copilot, Gong, and Fireflies.ai go to another address, set by this server's operator, and not to the provider's own.",
    );
  }
});

test("N10, N11: nothing of the server itself is handed out, and no picture is fetched for anyone", async ({ home }) => {
  const { url } = home.app;
  const { text: page, headers } = await askRaw(url, "/sign-in");
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers).not.toHaveProperty("server");
  const scripts = readdirSync(".next/static", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.js$/.test(name),
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) {
    const script = await askRaw(url, `/_next/static/${name.replaceAll("\\", "/")}`);
    expect(script.text, name).not.toContain("sourceMappingURL");
    expect((await askRaw(url, `/_next/static/${name}.map`)).status, `${name}.map`).toBe(404);
  }
  const files = [
    ...[".env", ".env.local", ".env.production", ".git/HEAD", ".git/config", ".npmrc", ".ci/run"],
    ...["package.json", "package-lock.json", "next.config.js", "tsconfig.json", "proxy.ts", "prisma/schema.prisma"],
    ...[".next/BUILD_ID", ".next/required-server-files.json", ".next/routes-manifest.json", "build-manifest.json"],
    ...[".next/server/server-reference-manifest.json", "_next/server/app/page.js", "server-reference-manifest.json"],
    ...["data/keys/sealing.key", "data/keys/auth.secret", "data/database/PG_VERSION", "node_modules/next/package.json"],
  ];
  for (const file of files) {
    for (const path of [
      `/${file}`,
      `/_next/static/../../${file}`,
      `/_next/static/..%2f..%2f${file}`,
      `/_next/${file}`,
    ]) {
      const answer = await askRaw(url, path);
      expect([400, 403, 404, 307, 308], path).toContain(answer.status);
      expect(answer.text, path).not.toMatch(/"dependencies"|ref: refs|DATABASE_URL|buildId|model User/);
    }
  }
  for (const method of ["TRACE", "PUT", "PATCH", "DELETE", "PROPFIND"])
    expect((await askRaw(url, "/sign-in", { method })).status, method).toBe(405);
  const canary = await startCanary();
  for (const target of [`${canary.url}/a.png`, "/icon.svg", `//${new URL(canary.url).host}/a.png`])
    expect((await askRaw(url, `/_next/image?url=${encodeURIComponent(target)}&w=64&q=75`)).status, target).toBe(404);
  expect(canary.received).toEqual([]);
  await canary.close();
  expect(page).not.toMatch(/next@?\s?\d+\.\d+\.\d+/i);
});

test("N12: no other site may read an answer", async ({ home, owner }) => {
  const { url } = home.app;
  for (const origin of ["https://evil.example", "null", url]) {
    for (const method of ["GET", "OPTIONS", "POST", "PATCH", "DELETE"]) {
      for (const path of ["/api/v1/credentials", "/api/v1/credentials/verify", "/api/health", "/credentials"]) {
        const answer = await askRaw(url, path, {
          method,
          headers: { cookie: owner.cookie, origin, "access-control-request-method": "POST" },
        });
        const granted = Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"));
        expect(granted, `${method} ${path} from ${origin}`).toEqual([]);
      }
    }
  }
});

test("N3, N4: a host that only a header claims makes no site the own one", async ({ home, owner }) => {
  const { url } = home.app;
  const claims: Record<string, string>[] = [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { forwarded: "host=evil.example;proto=https" },
  ];
  for (const claim of claims) {
    for (const origin of ["https://evil.example", "http://evil.example"]) {
      const answer = await askRaw(url, "/api/v1/workspaces", {
        method: "POST",
        headers: { cookie: owner.cookie, origin, "content-type": "application/json", ...claim },
        body: '{"name":"Forged"}',
      });
      expect([answer.status, JSON.parse(answer.text).code], JSON.stringify(claim)).toEqual([403, "CROSS_ORIGIN"]);
    }
    // Nor does a claim lead anyone away.
    const { headers } = await askRaw(url, "/credentials", { headers: claim });
    expect(headers.location ?? "", JSON.stringify(claim)).not.toContain("evil");
  }
});

/** Paths below /api/auth that are mounted on purpose: the callback of single sign-on. */
const MOUNTED: string[] = ["callback/oidc"];

test("A15: of the auth library's own endpoints none is reachable but what is in use", async ({ home, owner }) => {
  const endpoints = [
    ...["ok", "error", "get-session", "list-sessions", "sign-in/email", "sign-up/email", "sign-in/social", "sign-out"],
    ...[
      "forget-password",
      "request-password-reset",
      "reset-password",
      "change-email",
      "change-password",
      "set-password",
    ],
    ...["delete-user", "update-user", "verify-email", "send-verification-email", "revoke-sessions", "link-social"],
    ...[
      "callback/google",
      "callback/github",
      "oauth2/callback/x",
      "oauth2/authorize",
      "refresh-token",
      "get-access-token",
    ],
    ...["reference", "open-api/generate-schema", "admin/list-users", "admin/impersonate-user", "token", "jwks"],
    ...["organization/create", "organization/list", "organization/invite-member", "organization/accept-invitation"],
    ...["two-factor/enable", "two-factor/disable", "two-factor/verify-totp", "api-key/create", "magic-link/verify"],
    ...["", ".well-known/openid-configuration", "mcp/register"],
  ].filter((name) => !MOUNTED.includes(name));
  for (const name of endpoints) {
    for (const method of ["GET", "POST"]) {
      const path = `/api/auth/${name}?callbackURL=https%3A%2F%2Fevil.example`;
      const answer = await askRaw(home.app.url, path, {
        method,
        headers: { cookie: owner.cookie, origin: home.app.url, "content-type": "application/json" },
        ...(method === "POST" && { body: '{"email":"ada@example.com","callbackURL":"https://evil.example"}' }),
      });
      expect([404, 308], `${method} ${path}`).toContain(answer.status);
      expect(answer.headers.location ?? "", path).not.toMatch(/^(https?:)?\/\/evil/);
      expect(answer.headers, path).not.toHaveProperty("set-cookie");
    }
  }
});

test("L4: health and readiness say one word each, to anyone", async ({ home }) => {
  for (const [path, body] of [
    ["/api/health", '{"status":"alive"}'],
    ["/api/ready", '{"status":"ready"}'],
  ] as const) {
    const { status, text } = await askRaw(home.app.url, path);
    expect([status, text]).toEqual([200, body]);
  }
});
