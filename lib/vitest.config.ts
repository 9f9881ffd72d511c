import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Tests look into the database by statements of their own, which the rule for the product's is not about. */
const databaseOfTests = {
  name: "database of tests",
  enforce: "pre" as const,
  resolveId(source: string, importer = "") {
    const isTest = /\.(test|fixture)\.tsx?$/.test(importer) && !importer.endsWith("/database.fixture.ts");
    const isDatabase = path.resolve(path.dirname(importer), source) === `${root}/lib/platform/database`;
    return isTest && isDatabase ? `${root}/lib/platform/database.fixture.ts` : undefined;
  },
};

/** As next.config.js has them. */
const documentsAsText = {
  name: "documents as text",
  transform: (text: string, id: string) =>
    id.endsWith(".md") ? { code: `export default ${JSON.stringify(text)}`, map: null } : undefined,
};

export default defineConfig({
  root,
  plugins: [databaseOfTests, documentsAsText],
  resolve: {
    alias: {
      "@": root,
      // Outside a bundler that sets the react-server condition, this package throws on purpose.
      "server-only": `${root}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: ["{lib,components,e2e}/**/*.test.{ts,tsx}"],
    setupFiles: `${root}/lib/vitest.setup.ts`,
    // They wait more than they compute: the default of one less than the cores would leave a small machine idle.
    maxWorkers: 2,
    // The embedded database is WebAssembly: in the seconds that a file takes, to optimize it costs more than it saves.
    execArgv: ["--liftoff-only"],
    testTimeout: 30_000,
    // A process that a test starts takes a while beside the others.
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
});
