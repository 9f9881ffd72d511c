import "server-only";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { entriesOf, type HostSay, readHostRules, redirectsOf, sayOf } from "./custom-hosts";
import { HOST_ENTRY } from "./database-hosts";
import { isRandomText } from "./looks-random";
import { once } from "./process-state.mjs";
import { isSafeOnTheWay } from "./safe-on-the-way";
import { StartupError } from "./startup-error";

/** An unset variable and an empty one mean the same: container files often leave `NAME=`. */
const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

/** A number above zero; fractions are allowed. */
const positive = (byDefault: number) =>
  optional.transform((value) => Number(value ?? byDefault)).pipe(z.number().positive());

/** A secret that the operator makes up, of at least 24 characters. */
const secret = optional.pipe(
  z
    .string()
    .refine((text) => isRandomText(text, 24), "must be at least 24 random characters, or unset")
    .optional(),
);

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates in a file, one after the other as clouds have them. The build needs none, and reads none. */
function readCertificates(file: string | undefined, context: z.RefinementCtx): string[] | undefined {
  if (file === undefined || process.env.NEXT_PHASE === "phase-production-build") return undefined;
  try {
    const found = readFileSync(/* turbopackIgnore: true */ file, "utf8").match(CERTIFICATE) ?? [];
    if (found.every((pem) => new X509Certificate(pem).raw.length > 0) && found.length > 0) return found as string[];
  } catch {
    // Said below.
  }
  context.addIssue({ code: "custom", message: "must be a file with certificates in PEM" });
  return z.NEVER;
}

const settings = z.object({
  HOST: optional.transform((value) => value ?? "127.0.0.1"),
  PORT: optional.transform((value) => Number(value ?? 3000)).pipe(z.number().int().min(0).max(65_535)),
  PUBLIC_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  DATABASE_URL: optional,
  DATA_DIR: optional.transform((value) => path.resolve(/* turbopackIgnore: true */ value ?? "data")),
  SETUP_TOKEN: secret,
  SEALING_KEY: optional,
  SEALING_KEY_FILE: optional,
  AWS_KMS_KEY_ID: optional,
  SEALING_KEY_WRAPPED: optional,
  SEALING_KEY_WRAPPED_FILE: optional,
  KMS_INSTALLATION: optional.transform((value) => value ?? "latchkey"),
  AUTH_SECRET: optional,
  FINGERPRINT_KEY: optional,
  CHECKS_PER_MINUTE_OF_MEMBER: positive(10),
  CHECKS_PER_MINUTE_OF_WORKSPACE: positive(30),
  // Of what a provider allows in a day or week, reads may use this much. The rest is left to pipelines, and to checks.
  READ_SHARE: positive(0.6).pipe(z.number().max(0.9)),
  // Requests of one token, counted in each process.
  API_PER_MINUTE: positive(600),
  REVERIFY_EVERY_MINUTES: positive(24 * 60),
  REVERIFY_CONFIRM_MINUTES: positive(5),
  WORKER: optional.transform((value) => value ?? "on").pipe(z.enum(["on", "off"])),
  CRON_SECRET: secret,
  SMTP_URL: optional.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  // It becomes a header of every mail: one line, so that nothing can follow it.
  MAIL_FROM: optional.pipe(
    z
      .string()
      .regex(/^[^\p{C}]*[^\s<>@]+@[^\s<>@]+>?$/u)
      .optional(),
  ),
  WEBHOOK_ALLOWED_ORIGINS: optional
    .transform((value) => (value ?? "").split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/ }))),
  // Where credentials of databases may be verified, see database-hosts.ts. None: there are no databases here.
  DATABASE_HOSTS: optional
    .transform((value) => (value ?? "").split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(HOST_ENTRY, "must be a host, an ending with a dot before it, or *"))),
  // Authorities whose certificates databases may have, beside the public ones.
  DATABASE_CA_FILE: optional.transform(readCertificates),
  // What cannot be undone asks for the password again once the sign-in is older than this.
  // More would be no recent sign-in any more.
  CONFIRM_AFTER_MINUTES: positive(15).pipe(z.number().max(15)),
  // Single sign-on: a provider of OpenID Connect, by its issuer exactly as it names itself.
  OIDC_ISSUER: optional.pipe(
    z
      .url({ protocol: /^https?$/ })
      .refine(isSafeOnTheWay, "must be https: unless it is on this machine")
      .optional(),
  ),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  // How the secret is shown to it; by default in the header, where the provider takes it there.
  OIDC_CLIENT_AUTH: optional.pipe(z.enum(["basic", "post"]).optional()),
  // What the button calls it.
  OIDC_NAME: optional.pipe(z.string().max(40).optional()),
  // The word of the operator that values may go to another machine in clear, see connectorBaseUrlOverride.
  ALLOW_INSECURE_PROVIDER: optional.pipe(z.enum(["0", "1"]).default("0")),
  LOG_LEVEL: optional.transform((value) => value ?? "info"),
});

const environment = settings
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    message: "SMTP_URL needs it: the address that mail is sent from.",
  })
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }) =>
      new Set([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map((value) => value === undefined)).size === 1,
    { path: ["OIDC_ISSUER"], message: "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together." },
  );

export type Env = z.infer<typeof environment> & {
  /** Set while `next build` runs: nothing may open the database then. */
  isBuild: boolean;
  isProduction: boolean;
};

const FILE_FORMS = [
  "DATABASE_URL",
  "SETUP_TOKEN",
  "AUTH_SECRET",
  "FINGERPRINT_KEY",
  "CRON_SECRET",
  "SMTP_URL",
  "OIDC_CLIENT_SECRET",
];

/** `NAME_FILE` stands in for `NAME`, as container secrets are mounted as files. */
function withFileForms(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const result = { ...source };
  for (const name of FILE_FORMS) {
    const file = source[`${name}_FILE`];
    if (!file || source[name]) continue;
    try {
      result[name] = readFileSync(/* turbopackIgnore: true */ file, "utf8").trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new StartupError(`The environment is not usable. ${name}_FILE: ${file} cannot be read (${code})`);
    }
  }
  return result;
}

/** The process environment, checked once. Throws with the names of the variables that are wrong, never their values. */
export function env(): Env {
  return once("environment", readEnvironment);
}

function readEnvironment(): Env {
  const result = environment.safeParse(withFileForms(process.env));
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new StartupError(`The environment is not usable. ${problems.join("; ")}`);
  }
  return {
    ...result.data,
    isBuild: process.env.NEXT_PHASE === "phase-production-build",
    // The build writes it in, so that no other way to start it makes it less strict.
    isProduction: process.env.NODE_ENV === "production",
  };
}

/**
 * The operator's override of a connector's base URL, for example `CLARI_COPILOT_BASE_URL` for `clari-copilot`. Throws
 * where it is no address, or where values would go to another machine in clear and nobody said that they may.
 */
export function connectorBaseUrlOverride(connectorId: string): string | undefined {
  const name = `${connectorId.toUpperCase().replaceAll("-", "_")}_BASE_URL`;
  const url = process.env[name];
  if (!url) return undefined;
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    throw new StartupError(`${name} must be an http: or https: address.`);
  const { isProduction, ALLOW_INSECURE_PROVIDER } = env();
  if (isProduction && ALLOW_INSECURE_PROVIDER === "0" && !isSafeOnTheWay(url)) {
    throw new StartupError(
      `${name} must be https: unless it is on this machine, because credentials are sent there. To send them in clear all the same, set ALLOW_INSECURE_PROVIDER=1.`,
    );
  }
  return url;
}

/**
 * What a provider allows by contract, where that is not what it documents: `CLARI_COPILOT_PER_SECOND` and
 * `CLARI_COPILOT_PER_WINDOW`, requests of one credential. Throws where one is no number above zero.
 */
export function connectorLimitOverride(connectorId: string): { perSecond?: number; perWindow?: number } {
  const prefix = connectorId.toUpperCase().replaceAll("-", "_");
  const read = (name: string) => {
    const text = process.env[name];
    if (!text) return undefined;
    const value = Number(text);
    if (!(value > 0) || !Number.isFinite(value)) throw new StartupError(`${name} must be a number above zero.`);
    return value;
  };
  const perSecond = read(`${prefix}_PER_SECOND`);
  const perWindow = read(`${prefix}_PER_WINDOW`);
  return { ...(perSecond === undefined ? {} : { perSecond }), ...(perWindow === undefined ? {} : { perWindow }) };
}

/** The hosts that connectors of workspaces' own may have. Throws where an entry is none, and names its place alone. */
function customHostRules() {
  const { isProduction, ALLOW_INSECURE_PROVIDER } = env();
  const allowInsecure = !isProduction || ALLOW_INSECURE_PROVIDER === "1";
  const { rules, wrong } = readHostRules(process.env.CUSTOM_CONNECTOR_HOSTS ?? "", allowInsecure);
  if (wrong !== undefined) {
    throw new StartupError(
      `CUSTOM_CONNECTOR_HOSTS has “${wrong}”. An entry is a host's name, a zone that begins with a dot, * for any public host, or name=https://address; http: only on this machine, or with ALLOW_INSECURE_PROVIDER=1.`,
    );
  }
  return rules;
}

/** Whether workspaces may define connectors of their own. */
export const hasCustomHosts = (): boolean => customHostRules().length > 0;

/** The entries of the operator's list: a host's name, a zone or "*". */
export const customHostEntries = (): string[] => entriesOf(customHostRules());

/** The hosts that the operator has another address for. */
export const redirectedHosts = (): { host: string; address: string }[] => redirectsOf(customHostRules());

/** What the operator says of such a host now; undefined where values may not go there. */
export const customHost = (host: string): HostSay | undefined => sayOf(customHostRules(), host);
