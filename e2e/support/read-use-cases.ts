import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// Which use cases can change something, found in the sources: so that a rule about them holds for a new one too.

export type UseCase = {
  name: string;
  file: string;
  text: string;
  /** What a request reaches it by: `deleteCredentialAction`, `DELETE /api/v1/credentials/{id}`, `/api/ready`. */
  doors: string[];
};

const read = (file: string) => readFileSync(file, "utf8");
const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);

/** The exported functions of a file, each with its text. */
const functionsOf = (file: string) =>
  [...read(file).matchAll(/^export (?:async )?function (\w+)[\s\S]*?^}$/gm)].map(([text, name = ""]) => ({
    name,
    text,
  }));

/** What a file imports from the app's own files, by name. Types are no functions. */
function importsOf(file: string): Map<string, string> {
  const imports = new Map<string, string>();
  for (const [, names = "", from = ""] of read(file).matchAll(/^import \{([^}]*)\} from "((?:@\/|\.)[^"]+)";/gm)) {
    const module = from.startsWith("@/") ? from.slice(2) : path.join(path.dirname(file), from);
    const values = names.split(",").map((name) => name.trim());
    for (const name of values) if (name && !name.startsWith("type ")) imports.set(name, `${module}.ts`);
  }
  return imports;
}

/** Something that a request can come through: where it stands, and its text without what is quoted. */
export type Door = { door: string; file: string; text: string };

const ROW = /^( *)(?:export const \w+ = .*)?\b(?:operation|personOperation|openOperation)\(\{$[\s\S]*?^\1\}\)[,;]$/gm;

/** The rows of the table of operations, each a door: `GET /api/v1/credentials/{id}`. */
export function readRows(): Door[] {
  return filesIn("lib/api/operations", /-operations?\.ts$/).flatMap((file) =>
    [...read(file).matchAll(ROW)].map(([row]) => {
      const [, method = ""] = /\bmethod: "(\w+)"/.exec(row) ?? [];
      const [, address = ""] = /\bpath: "([^"]+)"/.exec(row) ?? [];
      return { door: `${method} /api/v1${address}`, file, text: row.replaceAll(/"[^"\n]*"/g, '""') };
    }),
  );
}

/** Actions by their names, and routes that are no part of the table by their addresses. */
const readFunctions = (): Door[] =>
  [...filesIn("lib", /-actions\.ts$/), ...filesIn("app", /(^|\/)route\.ts$/)].flatMap((file) =>
    functionsOf(file).map(({ name, text }) => ({
      door: file.startsWith("app/") ? path.dirname(file).slice("app".length) : name,
      file,
      text,
    })),
  );

/** The frames of actions, routes and rows, and what they refuse with, which are no use cases. */
const FRAMES = /^lib\/(auth\/doors\/as-|api\/|platform\/(errors|process-state)\b)/;

/** Every function that a server action, a route or a row of the table hands its work to; a GET can act too. */
export function readUseCases(): UseCase[] {
  const found = new Map<string, UseCase>();
  for (const { door, file, text: doorText } of [...readFunctions(), ...readRows()]) {
    for (const [name, module] of importsOf(file)) {
      if (FRAMES.test(module) || !new RegExp(`\\b${name}\\b`).test(doorText)) continue;
      // What is no plain function is named without a text, so that no rule passes over it.
      const text = functionsOf(module).find((one) => one.name === name)?.text ?? "";
      const known = found.get(name) ?? { name, file: module, text, doors: [] };
      found.set(name, { ...known, doors: [...new Set([...known.doors, door])] });
    }
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Whether it asks who is there once more, before it looks at anything else. */
export const asksForRecentSignIn = ({ text }: UseCase): boolean => /^ {2}requireRecentSignIn\(actor\);$/m.test(text);

/** The codes of refusals that are events, as `lib/auth/doors/record-refused.ts` lists them. */
const eventCodes = () =>
  [...read("lib/auth/doors/record-refused.ts").matchAll(/^ {2}([A-Z_]+): true,$/gm)].map(([, code]) => code);

/** The use cases that come, however far down, to a function whose text has this in it. */
function readUseCasesThatReach(seed: RegExp): UseCase[] {
  // No use case calls what stands before it; names there are their own.
  const parts = filesIn("lib", /^(?!(?:api|command|mcp)\/|.*\.(test|fixture)\.).*\.ts$/).flatMap((file) =>
    read(file)
      .split(/^(?=(?:export )?(?:async )?(?:function|const) )/m)
      .map((text) => ({ name: /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(text)?.[1] ?? "", text })),
  );
  const reaching = new Set(parts.filter(({ name, text }) => name && seed.test(text)).map(({ name }) => name));
  for (let size = 0; size !== reaching.size; ) {
    size = reaching.size;
    const calls = new RegExp(`\\b(${[...reaching].join("|")})\\(`);
    for (const { name, text } of parts) {
      const body = text.replace(/^.*$/m, "");
      if (name && calls.test(body)) reaching.add(name);
    }
  }
  return readUseCases().filter(({ name }) => reaching.has(name));
}

/** The use cases in which, however far down, an act can be refused in a way that is an event. */
export const readRefusingUseCases = (): UseCase[] =>
  readUseCasesThatReach(
    new RegExp(`new Refusal\\(\\s*[^"]*"(${eventCodes().join("|")})"|new ProofRefused\\(|noteRefused\\(actor`),
  );

/** The use cases that ask a provider, however far down. */
export const readAskingUseCases = (): UseCase[] => readUseCasesThatReach(/\bverifyValues\(/);
