import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// Which use cases can change something, found in the sources: so that a rule about them holds for a new one too.

export type UseCase = {
  name: string;
  file: string;
  text: string;
  /** What a request reaches it by: `deleteCredentialAction`, `/api/v1/credentials/[id]/delete`. */
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

/** Every function that a server action or a route hands its work to; a GET can act too. */
export function readUseCases(): UseCase[] {
  const found = new Map<string, UseCase>();
  for (const file of [...filesIn("lib", /-actions\.ts$/), ...filesIn("app", /(^|\/)route\.ts$/)]) {
    const imports = importsOf(file);
    for (const door of functionsOf(file)) {
      const address = file.startsWith("app/") ? path.dirname(file).slice("app".length) : door.name;
      for (const [name, module] of imports) {
        // The frames of actions and routes are no use cases.
        if (module.startsWith("lib/auth/doors/as-") || !new RegExp(`\\b${name}\\b`).test(door.text)) continue;
        // What is no plain function is named without a text, so that no rule passes over it.
        const text = functionsOf(module).find((one) => one.name === name)?.text ?? "";
        const known = found.get(name) ?? { name, file: module, text, doors: [] };
        found.set(name, { ...known, doors: [...known.doors, address] });
      }
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
  const parts = filesIn("lib", /^(?!.*\.(test|fixture)\.).*\.ts$/).flatMap((file) =>
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
