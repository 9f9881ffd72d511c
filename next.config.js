// @ts-check
import { MAX_BODY_BYTES } from "./lib/cli/receive-body.mjs";

// For files and for routes, which need nothing; the pages' own policy has a nonce and comes from proxy.ts.
const FILE_POLICY = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Of the sources, from lib/cli/build.mjs: the same code is the same build to a browser, which else loads every page anew.
  generateBuildId: () => process.env.LATCHKEY_BUILD_ID ?? null,
  reactStrictMode: true,
  // The optimizer fetches what a URL names; every image here is an inline SVG.
  images: { unoptimized: true },
  // Native or WebAssembly modules that must be loaded from node_modules as they are.
  serverExternalPackages: [
    "@aws-sdk/client-kms",
    "@electric-sql/pglite",
    "@simplewebauthn/server",
    "@zxcvbn-ts/language-common",
    "nodemailer",
    "openid-client",
    "pg",
    "pino",
    "undici",
  ],
  // The guides (components/overview/help/guide-texts.ts) are part of the build.
  turbopack: { rules: { "*.md": { type: "text" } } },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          // For scanners and old browsers; what counts is frame-ancestors in the policy.
          { key: "X-Frame-Options", value: "DENY" },
          { key: "Referrer-Policy", value: "no-referrer" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
          // Ignored over plain http, and so harmless on this machine.
          { key: "Strict-Transport-Security", value: "max-age=31536000" },
        ],
      },
      ...["/_next/static/:path*", "/icon.svg", "/latchkey.mjs"].map((source) => ({ source, headers: [FILE_POLICY] })),
      // Each route says so itself; what Next answers for one does not.
      ...["/api/:path*", "/mcp"].map((source) => ({
        source,
        headers: [FILE_POLICY, { key: "Cache-Control", value: "no-store" }],
      })),
      // A stream that is collected to be compressed says nothing.
      { source: "/api/events", headers: [{ key: "Cache-Control", value: "no-store, no-transform" }] },
    ];
  },
  experimental: {
    // lib/cli/serve.mjs refuses what is longer before Next sees it. Next has two limits of its own, of 1 and 10 MB.
    serverActions: { bodySizeLimit: MAX_BODY_BYTES },
    proxyClientMaxBodySize: MAX_BODY_BYTES,
    // Loading every page holds up the opening of the database; lib/cli/serve.mjs warms the first one up once it is ready.
    preloadEntriesOnStart: false,
    // Fewer and larger scripts: each request costs its headers, and small files compress badly.
    turbopackChunking: { minChunkSize: 300_000 },
  },
};

export default config;
