// @ts-check

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimizer fetches what a URL names; every image here is an inline SVG.
  images: { unoptimized: true },
  // Native or WebAssembly modules that must be loaded from node_modules as they are.
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pino", "undici"],
  experimental: {
    serverActions: { bodySizeLimit: "64kb" },
  },
};

export default config;
