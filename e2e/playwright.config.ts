import { defineConfig } from "playwright/test";
import { chromiumPath } from "./find-chromium.mjs";

/** What the browser or the provider decides alone: once is enough. Named by their files' beginnings. */
const ON_ONE_DATABASE = [
  "operator",
  "axe",
  "hostile-texts",
  "http-",
  "keyboard",
  "pasting",
  "private-address",
  "secure-connection",
  "verification",
];

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
            testIgnore: ON_ONE_DATABASE.map((name) => `${name}*.e2e.ts`),
            metadata: { databaseUrl: process.env.E2E_POSTGRES_URL },
          },
        ]
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
