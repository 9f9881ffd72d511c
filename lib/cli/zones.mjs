// `npm run zones`: writes zones.json, which biome.json extends, from the one list below. A test compares them.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folders of `lib` from the top down: each may import those behind it. */
export const ORDER = [
  "operator",
  "jobs",
  "server",
  "backup",
  "mcp",
  "api",
  "live",
  "overview",
  "keys",
  "audit",
  "members",
  "reading",
  "data-sources",
  "credentials",
  "notices",
  "own-connectors",
  "checks",
  "settings",
  "filters",
  "auth",
  "platform",
];
const UNSEEN = ["operator", "jobs", "server", "backup", "mcp", "platform"];
/** The folders of `components`: the same that can be seen, and what all of them are drawn with. */
export const SEEN = [...ORDER.filter((folder) => !UNSEEN.includes(folder)), "connectors", "ui"];
/** Who may hold the key ring. Who opens values with it is another rule: see S12 in source-rules.test.ts. */
const KEY_HOLDERS = ["operator", "server", "backup", "keys", "credentials"];
/** Files that use the database without being a repository: they set it up for others. */
const SETS_UP = ["lib/auth/auth.ts", "lib/server/prepare-server.ts"];

const DATABASE = "Only a repository uses the database.";
const CLIENT = "The command line knows the API alone: it runs where nothing of the server is.";
const MESSAGE = `Imports go one way, see CONTRIBUTING: ${ORDER.join(", ")}.`;

/** @param {string[]} includes @param {string[]} group @param {string} message @param {Record<string, string>} [paths] */
const zone = (includes, group, message, paths) => ({
  includes,
  linter: {
    rules: {
      style: {
        noRestrictedImports: {
          level: "error",
          options: { ...(paths ? { paths } : {}), patterns: [{ group, message }] },
        },
      },
    },
  },
});

/** @param {string} folder */
function zonesOf(folder) {
  const forbidden = ORDER.slice(0, ORDER.indexOf(folder)).map((name) => `@/lib/${name}/**`);
  const direction = ["@/app/**", "@/components/**", ...forbidden];
  const keys = "Only the credential values repository seals and opens.";
  const paths = {
    "@/lib/platform/database": DATABASE,
    "@/lib/platform/insert-together": DATABASE,
    ...(KEY_HOLDERS.includes(folder) ? {} : { "@/lib/platform/sealing": keys, "@/lib/platform/key-ring": keys }),
  };
  const setsUp = SETS_UP.filter((file) => file.startsWith(`lib/${folder}/`));
  const tests = `!lib/${folder}/**/*.{test,fixture}.{ts,tsx}`;
  const repositories = `lib/${folder}/**/*-repository.ts`;
  return [
    zone([repositories, ...setsUp], direction, MESSAGE),
    zone(
      [`lib/${folder}/**`, `!${repositories}`, tests, ...setsUp.map((file) => `!${file}`)],
      [...direction, "@/prisma/**"],
      MESSAGE,
      paths,
    ),
  ];
}

/** @param {string} folder */
const zoneOfComponents = (folder) =>
  zone(
    [`components/${folder}/**`],
    [
      "@/app/**",
      "@/prisma/**",
      "@/lib/**",
      "!@/lib/connectors/**",
      "!@/lib/**/*-schema",
      "!@/lib/**/*-dto",
      "!@/lib/**/*-actions",
      "../**",
      ...SEEN.slice(0, SEEN.indexOf(folder)).map((name) => `@/components/${name}/**`),
    ],
    `Components see connectors, schemas, DTOs and actions only, and one another one way: ${SEEN.join(", ")}.`,
  );

/** What zones.json should say. */
export const zones = () => ({
  overrides: [
    zone(["app/**"], ["@/prisma/**"], DATABASE, { "@/lib/platform/database": DATABASE }),
    ...SEEN.map(zoneOfComponents),
    zone(["e2e/**"], ["@/**", "**/lib/**"], "End-to-end tests talk HTTP and look at pages."),
    zone(["lib/connectors/**"], ["@/**"], "Connectors are plain data and import nothing."),
    zone(["lib/command/**"], ["@/**", "../../**"], CLIENT),
    zone(["lib/command/*.ts"], ["@/**", "../**"], CLIENT),
    zone(
      ["lib/platform/**"],
      ["app", "components", ...["connectors", ...ORDER.slice(0, -1)].map((name) => `lib/${name}`)].map(
        (folder) => `@/${folder}/**`,
      ),
      "The platform knows no noun.",
    ),
    ...ORDER.slice(0, -1).flatMap(zonesOf),
  ],
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("zones.json", import.meta.url), `${JSON.stringify(zones(), null, 2)}\n`);
}
