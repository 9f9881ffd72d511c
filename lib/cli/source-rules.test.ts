import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { classesAskedFor, isTheWorld, nodesOf, parse, stateOf } from "./module-state.fixture";

// What no test at run time could prove, because it is about what is not there.

const files = ["app", "components", "lib", "proxy.ts", "instrumentation.ts", "next.config.js"].flatMap((entry) =>
  entry.includes(".")
    ? [entry]
    : readdirSync(entry, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(ts|tsx|js|mjs)$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name))
        .map((name) => `${entry}/${name}`)
        // The route of a file is a folder of its name.
        .filter((name) => statSync(name).isFile()),
);
const sources = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));
const matching = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

it("N5: every action is a function of a module, so that none has a closure whose values would travel", () => {
  const actions = matching(/["']use server["']/);
  expect(actions.length).toBeGreaterThan(5);
  for (const file of actions) {
    expect(file).toMatch(/^lib\/[a-z-]+\/([a-z-]+\/)?[a-z-]+-actions\.ts$/);
    const text = readFileSync(file, "utf8");
    expect(text.indexOf("use server"), file).toBe(1);
    expect(text.lastIndexOf("use server"), file).toBe(1);
  }
});

it("N11: no image optimizer, no pictures drawn at request, no rewrite or redirect by configuration", async () => {
  const { default: config } = await import("../../next.config.js");
  expect(config.images).toEqual({ unoptimized: true });
  expect(Object.keys(config)).not.toContain("rewrites");
  expect(Object.keys(config)).not.toContain("redirects");
  expect(matching(/from "next\/(og|image|legacy\/image)"|@vercel\/og/)).toEqual([]);
  expect(matching(/NextResponse\.(rewrite|redirect)\(/)).toEqual([]);
});

it("N4: nothing adds an origin to those that may call an action", async () => {
  const { default: config } = await import("../../next.config.js");
  expect(config.experimental?.serverActions).toEqual({ bodySizeLimit: 65_536 });
});

it("Z3: the proxy lets every request through and knows nobody, so that nothing rests on it", () => {
  const proxy = readFileSync("proxy.ts", "utf8");
  expect([...proxy.matchAll(/from "([^"]+)"/g)].map(([, from]) => from)).toEqual([
    "next/server",
    "./lib/platform/own-headers.mjs",
  ]);
  expect(readFileSync("lib/platform/own-headers.mjs", "utf8")).not.toMatch(/import|function|=>/);
  expect([...proxy.matchAll(/NextResponse\.\w+|new \w*Response/g)].map(([text]) => text)).toEqual([
    "NextResponse.next",
  ]);
  expect(proxy).not.toMatch(/cookie|\bif\b|throw|import\(/);
});

it("S12: three modules open what is sealed, none of which a browser can load, and two of which return no value", () => {
  const opening = matching(/import \{[^}]*\bopen\b[^}]*\} from "(@\/lib\/platform|\.)\/sealing"/);
  expect(opening.toSorted()).toEqual([
    "lib/credentials/values/credential-values-repository.ts",
    "lib/keys/reseal-repository.ts",
    "lib/platform/known-key-repository.ts",
  ]);
  for (const file of [...opening, "lib/platform/sealing.ts", "lib/platform/key-ring.ts"])
    expect(readFileSync(file, "utf8"), file).toMatch(/^import "server-only";/);
  expect(matching(/\bflattenedDecrypt|compactDecrypt|createDecipheriv\b/)).toEqual(["lib/platform/sealing.ts"]);
});

it("a workspace has one name, in code and in the schema", () => {
  const word = /organi[sz]ation/i;
  // Providers have their own word, in what is asked of them and in their screens.
  expect(matching(word).filter((file) => !file.startsWith("lib/connectors/catalogue/"))).toEqual([]);
  expect(readFileSync("prisma/schema.prisma", "utf8")).not.toMatch(word);
});

it("people create: no screen says make", () => {
  const screens = sources.filter(({ file }) => /^(app|components)\/.*\.tsx$/.test(file));
  const withoutComments = (text: string) => text.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
  const saying = screens.filter(({ text }) => /\bmakes?\b/i.test(withoutComments(text)));
  expect(screens.length).toBeGreaterThan(100);
  expect(saying.map(({ file }) => file)).toEqual([]);
});

it("S10: no variable of the environment is built into what a browser gets", () => {
  expect(matching(/NEXT_PUBLIC_/)).toEqual([]);
});

/** Node.js itself runs these, each once: there is no other copy of what they keep. */
const PROGRAMS = [
  "lib/cli/ask-connectors.ts",
  "lib/cli/draft-connectors.ts",
  "lib/cli/audit.ts",
  "lib/cli/build.mjs",
  "lib/cli/complete-lock.mjs",
  "lib/cli/fill-list.ts",
  "lib/cli/make-confusables.mjs",
  "lib/cli/make-database-template.ts",
  "lib/cli/measure-audit.ts",
  "lib/cli/operator.mjs",
  "lib/cli/reset-password.ts",
  "lib/cli/seed/seed.ts",
  "lib/cli/serve.mjs",
  "lib/cli/start.mjs",
  "lib/command/main.ts",
  "lib/vitest.config.ts",
  "lib/vitest.setup.ts",
];

it("I5: one module keeps what a process has one of; any other state would be there once a bundle", () => {
  const kept = sources
    .map(({ file, text }) => ({ file, state: stateOf(text, file) }))
    .filter((one) => one.state.length);
  expect(kept.filter(({ file }) => !PROGRAMS.includes(file))).toEqual([]);
  const withWorld = sources.filter(({ file, text }) => nodesOf(parse(text, file)).some(isTheWorld));
  expect(withWorld.map(({ file }) => file)).toEqual(["lib/platform/process-state.mjs"]);
  const names = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?<![.\w])(?:once|followingFile)\(\s*"([^"]+)"/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names, "a name stands in one place").toEqual([...new Set(names)]);
});

it("L4: an error of ours is told by its kind: to another bundle's class it is no instance", () => {
  const platform = [
    "Error",
    "TypeError",
    "SyntaxError",
    "AggregateError",
    "HTMLElement",
    "HTMLInputElement",
    "Response",
  ];
  // Made and caught within one call.
  const known = [...platform, "errors.JOSEError"];
  const asked = sources.flatMap(({ file, text }) => classesAskedFor(text, file).map((name) => ({ file, name })));
  expect(asked.length).toBeGreaterThan(25);
  expect(asked.filter(({ name }) => !known.includes(name))).toEqual([]);
  const classes = sources.flatMap(({ text }) => [
    ...text.matchAll(/class (\w+) extends (\w+) \{\s*(?:static (?:override )?readonly kind: string = "(\w+)")?/g),
  ]);
  const own = new Set(["Error"]);
  for (let before = 0; before !== own.size; ) {
    before = own.size;
    for (const [, name = "", base = ""] of classes) if (own.has(base)) own.add(name);
  }
  expect(own.size).toBeGreaterThan(8);
  for (const [, name = "", , kind] of classes) if (own.has(name)) expect(kind, name).toBe(name);
});

it("each header of ours is spelled in one place", () => {
  // What the document of the API says beyond OpenAPI is no header.
  expect(matching(/["'`]x-latchkey-(?!(access|permission)")[a-z]/)).toEqual(["lib/platform/own-headers.mjs"]);
  expect(matching(/["'`]x-workspace["'`]/)).toEqual(["lib/auth/auth-dto.ts"]);
});

it("what a screen says of a limit is made from the limit", () => {
  const screens = matching(/\b\d+ (days|hours|characters)\b/).filter((file) => /^(app|components)\//.test(file));
  expect(screens).toEqual([]);
  expect(matching(/86_400_000|\b24 \* 60 \* 60 \* 1000/)).toEqual(["lib/platform/day-ms.ts"]);
  expect(matching(/\{8,64\}\$/)).toEqual(["lib/platform/reference-schema.ts"]);
});

it("a day and a moment are written by one formatter, and none by cutting up what programs read", () => {
  expect(matching(/Intl\.DateTimeFormat|toLocale(Date|Time)/)).toEqual(["lib/platform/moment-words-dto.ts"]);
  const cut =
    /toISOString\(\)\s*\.(slice|substring|split|replace)|toLocale|replace\("T", |to(Date|Time|UTC|GMT)String\(/;
  expect(matching(cut).filter((file) => /^(app|components)\//.test(file))).toEqual([]);
});

it("what a browser has of pages is renewed by the frames of actions, and no cache of the server is kept", () => {
  expect(matching(/from "next\/cache"/)).toEqual(["lib/auth/doors/as-action.ts"]);
  expect(matching(/revalidate(Path|Tag)|updateTag|unstable_cache|"use cache"|force-cache/)).toEqual([]);
});

it("what a number changes in a sentence is said by one helper, and secrets are compared by one", () => {
  expect(matching(/=== 1 \? (["'`]|\w+ :)/)).toEqual(["lib/audit/verdict-words.ts", "lib/platform/counted-dto.ts"]);
  expect(matching(/timingSafeEqual/)).toEqual(["lib/auth/is-same-secret.ts", "lib/auth/password/password-hash.ts"]);
});

it("N13: no text is put into a page as HTML", () => {
  expect(matching(/dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
});

it("A2: everything that hashes a password goes through one door, where it waits for its turn", () => {
  expect(
    matching(/\b(scryptSync|scrypt\(|pbkdf2|argon2|bcrypt)|(hash|verify)Password\b[^;]*from "better-auth/i),
  ).toEqual([
    "lib/auth/password/scrypt-in-worker.ts",
    // Nobody's password here: what a database's server asks for, in few rounds and within the limits of checks.
    "lib/checks/postgres/scram.ts",
  ]);
  expect(matching(/\/scrypt-in-worker"/)).toEqual(["lib/auth/password/password-hash.ts"]);
  expect(readFileSync("lib/auth/password/password-hash.ts", "utf8").match(/scryptInWorker\(|inLine\(/g)).toEqual([
    "inLine(",
    "scryptInWorker(",
  ]);
});

it("N6, N9: the fixtures of every browser test watch for a 500 and for a broken policy", () => {
  expect(readFileSync("e2e/support/fixtures.ts", "utf8")).toMatch(/watched: \[\s+async \(\{ browser \}/);
  const watching = readFileSync("e2e/support/watch-pages.ts", "utf8");
  expect(watching).toContain("securitypolicyviolation");
  expect(watching).toContain("=== 500");
});
