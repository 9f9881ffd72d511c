import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { asksForRecentSignIn, readUseCases } from "../../e2e/read-use-cases";
import { classesAskedFor, isTheWorld, nodesOf, parse, stateOf } from "./module-state.fixture";

// What no test at run time could prove, because it is about what is not there.

const files = ["app", "components", "lib", "proxy.ts", "instrumentation.ts", "next.config.js"].flatMap((entry) =>
  entry.includes(".")
    ? [entry]
    : readdirSync(entry, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(ts|tsx|js|mjs)$/.test(name) && !/\.(test|fixture)\.tsx?$/.test(name))
        .map((name) => `${entry}/${name}`),
);
const sources = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));
const matching = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

it("N5: every action is a function of a module, so that none has a closure whose values would travel", () => {
  const actions = matching(/["']use server["']/);
  expect(actions.length).toBeGreaterThan(5);
  for (const file of actions) {
    expect(file).toMatch(/^lib\/[a-z-]+\/[a-z-]+-actions\.ts$/);
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
    "lib/credentials/credential-values-repository.ts",
    "lib/keys/reseal-repository.ts",
    "lib/platform/known-key-repository.ts",
  ]);
  for (const file of [...opening, "lib/platform/sealing.ts", "lib/platform/key-ring.ts"])
    expect(readFileSync(file, "utf8"), file).toMatch(/^import "server-only";/);
  expect(matching(/\bflattenedDecrypt|compactDecrypt|createDecipheriv\b/)).toEqual(["lib/platform/sealing.ts"]);
});

it("a workspace has one name, in code and in the schema", () => {
  const word = /organi[sz]ation/i;
  expect(matching(word)).toEqual([]);
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
  const platform = ["Error", "TypeError", "SyntaxError", "AggregateError", "HTMLElement", "HTMLInputElement"];
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
  expect(matching(/["'`]x-latchkey-[a-z]/)).toEqual(["lib/platform/own-headers.mjs"]);
  expect(matching(/["'`]x-workspace["'`]/)).toEqual(["lib/auth/auth-dto.ts"]);
});

it("what a screen says of a limit is made from the limit", () => {
  const screens = matching(/\b\d+ (days|hours|characters)\b/).filter((file) => /^(app|components)\//.test(file));
  expect(screens).toEqual([]);
  expect(matching(/86_400_000|\b24 \* 60 \* 60 \* 1000/)).toEqual(["lib/platform/day-ms.ts"]);
  expect(matching(/\{8,64\}\$/)).toEqual(["lib/platform/reference-schema.ts"]);
});

it("what a browser has of pages is renewed by the frames of actions, and no cache of the server is kept", () => {
  expect(matching(/from "next\/cache"/)).toEqual(["lib/auth/as-action.ts"]);
  expect(matching(/revalidate(Path|Tag)|updateTag|unstable_cache|"use cache"|force-cache/)).toEqual([]);
});

it("N13: no text is put into a page as HTML", () => {
  expect(matching(/dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
});

it("A2: everything that hashes a password goes through one door, where it waits for its turn", () => {
  expect(
    matching(/\b(scryptSync|scrypt\(|pbkdf2|argon2|bcrypt)|(hash|verify)Password\b[^;]*from "better-auth/i),
  ).toEqual(["lib/auth/scrypt-in-worker.ts"]);
  expect(matching(/\/scrypt-in-worker"/)).toEqual(["lib/auth/password-hash.ts"]);
  expect(readFileSync("lib/auth/password-hash.ts", "utf8").match(/scryptInWorker\(|inLine\(/g)).toEqual([
    "inLine(",
    "scryptInWorker(",
  ]);
});

/** Use cases that ask for no recent sign-in. Each can be undone by whoever did it, or asks for a proof of its own. */
const WITHOUT_RECENT_SIGN_IN: Record<string, string> = {
  // People without a session, who show something else.
  acceptInvitation: "takes the token of an invitation",
  beginOidc: "leads to the provider of single sign-on",
  beginPasskeySignIn: "a step of a sign-in",
  createOwner: "takes the set-up token",
  requestBrowserLink: "mails a link to the account's own address",
  requestPasswordReset: "mails a link to the account's own address",
  resetPassword: "takes the token of a reset link",
  signIn: "a sign-in",
  signInWithOidc: "a sign-in",
  signInWithPasskey: "a sign-in",
  startSession: "a step of a sign-in",
  verifySecondFactor: "a step of a sign-in",
  // Their own proof comes along.
  beginPasskeyConfirmation: "how one confirms that it is oneself",
  changePassword: "takes the password",
  confirmIdentity: "how one confirms that it is oneself",
  confirmWithOidc: "how one confirms that it is oneself",
  confirmWithPasskey: "how one confirms that it is oneself",
  startAuthenticator: "takes the password",
  turnOffAuthenticator: "takes the password",
  turnOnAuthenticator: "takes a code of what the password started",
  // One's own sessions: whoever suspects a thief must not be held up, and signing in again undoes it.
  endOtherSessions: "sign in again",
  endOwnSession: "sign in again",
  switchWorkspace: "switch back",
  // Can be undone by the same people.
  createDataSource: "delete it",
  renameDataSource: "rename it back",
  renamePerson: "rename yourself back",
  renameWorkspace: "rename it back",
  restoreCredential: "delete it again",
  restoreCredentials: "delete them again",
  revokeInvitation: "invite again",
  updateCredential: "edit it back",
  // Change nothing that could be undone.
  checkReady: "says one word",
  exportAuditEvents: "reads",
  getCredential: "reads",
  getDataSource: "reads",
  getKeys: "reads",
  getSettings: "reads",
  listCredentials: "reads",
  listDataSources: "reads",
  listDeletedCredentials: "reads",
  listIdentityWays: "reads",
  listInvitations: "reads",
  listMembers: "reads",
  listNotices: "reads",
  listVersions: "reads",
  listWorkspaces: "reads",
  markNoticesRead: "what one has read oneself",
  previewDeletion: "reads",
  previewMove: "reads",
  sendTestNotice: "says that it is a test, to those who are told anyhow",
  verifyCredential: "asks the provider about what is stored",
  verifyCredentialValues: "asks the provider and stores nothing",
  verifyTrail: "reads",
  // The scheduler's, which shows a secret of its own.
  doAllDuties: "no person asks",
  // Parts of the doors themselves.
  CONFIRM_IDENTITY: "no use case",
  HOME: "no use case",
  peerOf: "no use case",
  returnPath: "no use case",
  savedAnswer: "no use case",
  withId: "no use case",
  workSoon: "no use case",
};

it("A12: every use case that a person can call asks for a recent sign-in, or is known to need none", () => {
  const useCases = readUseCases();
  expect(useCases.length).toBeGreaterThan(60);
  const without = useCases.filter((one) => !asksForRecentSignIn(one)).map(({ name }) => name);
  expect(without).toEqual(Object.keys(WITHOUT_RECENT_SIGN_IN).toSorted((a, b) => a.localeCompare(b)));
});

it("N6, N9: the fixtures of every browser test watch for a 500 and for a broken policy", () => {
  expect(readFileSync("e2e/fixtures.ts", "utf8")).toMatch(/watched: \[\s+async \(\{ browser \}/);
  const watching = readFileSync("e2e/watch-pages.ts", "utf8");
  expect(watching).toContain("securitypolicyviolation");
  expect(watching).toContain("=== 500");
});
