import { defineConfig } from "playwright/test";
import { chromiumPath } from "./find-chromium.mjs";

/**
 * Where a file runs is said by its name. `x.e2e.ts`: on both databases. `x.once.e2e.ts`: on the embedded one alone, so
 * that a run ends in time: what the browser or the provider decides, and what both databases were seen to answer alike;
 * `E2E_ALL=1` runs it on both. `x.embedded.e2e.ts` is about the build, or the operator, who works on a data folder;
 * `x.postgres.e2e.ts` about what only PostgreSQL has.
 */
const notOnPostgres = process.env.E2E_ALL ? ["**/*.embedded.e2e.ts"] : ["**/*.{embedded,once}.e2e.ts"];

/** Every worker starts its own server, database and provider: see fixtures.ts. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.e2e.ts",
  // One installation and one browser each. A test waits for its server, its browser and deadlines in turn: two at once
  // leave half of two cores idle.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [["list"]],
  outputDir: "../test-results",
  projects: [
    { name: "embedded", testIgnore: "**/*.postgres.e2e.ts", metadata: { databaseUrl: undefined } },
    ...(process.env.E2E_POSTGRES_URL
      ? [
          {
            name: "postgres",
            testIgnore: notOnPostgres,
            metadata: { databaseUrl: process.env.E2E_POSTGRES_URL },
          },
        ]
      : []),
  ],
  use: {
    // Recording costs every test; in CI a failure has its page's snapshot.
    trace: process.env.CI ? "off" : "retain-on-failure",
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
