import { defineConfig } from "playwright/test";
import { chromiumPath } from "./find-chromium.mjs";

/**
 * Files, by the beginnings of their names, that run on the embedded database alone, so that a run ends in time: what the
 * browser or the provider decides, and what both databases were seen to answer alike. `E2E_ALL=1` runs them on both;
 * only those of the build, and of the operator, who works on a data folder, have no second database to run on.
 */
const ON_ONE_DATABASE = [
  "action-doors",
  "address-proof",
  "axe",
  "checks-at-once",
  "every-door",
  "hostile-texts",
  "http-",
  "invitation-mail",
  "keyboard",
  "keys",
  "notices",
  "oidc",
  "outside-scheduler",
  "passkeys",
  "pasting",
  "private-address",
  "provider-outage",
  "raw-input",
  "refused-acts",
  "second-factor",
  "secure-connection",
  "security-doors",
  "sessions",
  "sign-in-",
  "step-up",
  "verification",
  "worst-texts",
];
const WITHOUT_ONE = ["build", "operator"];
const ignoredOnPostgres = process.env.E2E_ALL ? WITHOUT_ONE : [...WITHOUT_ONE, ...ON_ONE_DATABASE];

/** Every worker starts its own server, database and provider: see fixtures.ts. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  // One installation and one browser each; a test that waits for a deadline leaves the other one its core.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: [["list"]],
  outputDir: "../test-results",
  projects: [
    { name: "embedded", testIgnore: "postgres-*.e2e.ts", metadata: { databaseUrl: undefined } },
    ...(process.env.E2E_POSTGRES_URL
      ? [
          {
            name: "postgres",
            testIgnore: ignoredOnPostgres.map((name) => `${name}*.e2e.ts`),
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
