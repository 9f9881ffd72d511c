import { defineConfig } from "playwright/test";
import { chromiumPath } from "./find-chromium.mjs";

/** Where the answer does not depend on the database, one of them is enough. */
const EMBEDDED_ONLY = ["operator*.e2e.ts", "http-*.e2e.ts", "hostile-texts.e2e.ts"];

/** Every worker starts its own server, database and provider: see fixtures.ts. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [["list"]],
  outputDir: "../test-results",
  projects: [
    { name: "embedded", testIgnore: "postgres-*.e2e.ts", metadata: { databaseUrl: undefined } },
    ...(process.env.E2E_POSTGRES_URL
      ? [{ name: "postgres", testIgnore: EMBEDDED_ONLY, metadata: { databaseUrl: process.env.E2E_POSTGRES_URL } }]
      : []),
  ],
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromiumPath() ?? "",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
