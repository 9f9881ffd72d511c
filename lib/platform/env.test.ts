import { beforeEach, describe, expect, it, vi } from "vitest";
import { newProcess } from "./new-process.fixture";

/** The module reads the environment once, so each case gets a fresh one. */
async function envWith(variables: Record<string, string>) {
  newProcess();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return (await import("./env")).env();
}

it("S11: a file that is named and not there stops the start with the variable and the path", async () => {
  await expect(envWith({ SETUP_TOKEN: "", SETUP_TOKEN_FILE: "/nowhere/token" })).rejects.toThrow(
    "SETUP_TOKEN_FILE: /nowhere/token cannot be read (ENOENT)",
  );
  vi.unstubAllEnvs();
});

describe("the settings of mail and webhooks", () => {
  beforeEach(() => {
    vi.unstubAllEnvs();
    for (const name of ["SMTP_URL", "MAIL_FROM", "WEBHOOK_ALLOWED_ORIGINS"]) vi.stubEnv(name, "");
  });

  it("are none by default", async () => {
    const { SMTP_URL, WEBHOOK_ALLOWED_ORIGINS } = await envWith({});
    expect({ SMTP_URL, WEBHOOK_ALLOWED_ORIGINS }).toEqual({ SMTP_URL: undefined, WEBHOOK_ALLOWED_ORIGINS: [] });
  });

  it.each([
    [{ SMTP_URL: "smtp://us:canary@mail.example.com" }, "MAIL_FROM: SMTP_URL needs it"],
    [{ SMTP_URL: "https://us:canary@mail.example.com", MAIL_FROM: "a@example.com" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "a@example.com\nBcc: canary@example.com" }, "MAIL_FROM"],
    [{ WEBHOOK_ALLOWED_ORIGINS: "https://one.example.com, canary:8080" }, "WEBHOOK_ALLOWED_ORIGINS"],
  ])("S4, S11: %o stops the start with the name of the variable, never its value", async (variables, named) => {
    const error = await envWith(variables).catch((thrown: unknown) => String(thrown));
    expect(error).toContain(named);
    expect(error).not.toContain("canary");
  });

  it("take several origins, and a sender with a name", async () => {
    const env = await envWith({
      SMTP_URL: "smtps://us%40er:p%3Ass@mail.example.com:465",
      MAIL_FROM: "Latchkey <latchkey@example.com>",
      WEBHOOK_ALLOWED_ORIGINS: "http://127.0.0.1:8080,https://10.1.2.3",
    });
    expect(env.WEBHOOK_ALLOWED_ORIGINS).toEqual(["http://127.0.0.1:8080", "https://10.1.2.3"]);
    expect(env.MAIL_FROM).toBe("Latchkey <latchkey@example.com>");
  });
});

describe("the settings of single sign-on", () => {
  const provider = { OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "latchkey", OIDC_CLIENT_SECRET: "canary" };
  beforeEach(() => {
    vi.unstubAllEnvs();
    for (const name of [...Object.keys(provider), "OIDC_CLIENT_AUTH", "OIDC_NAME"]) vi.stubEnv(name, "");
  });

  it("are none by default, and take a provider", async () => {
    expect((await envWith({})).OIDC_ISSUER).toBeUndefined();
    expect(await envWith(provider)).toMatchObject(provider);
  });

  it.each(["http://localhost:4000", "http://127.0.0.1:4000", "http://[::1]:4000"])("take %s", async (OIDC_ISSUER) => {
    expect((await envWith({ ...provider, OIDC_ISSUER })).OIDC_ISSUER).toBe(OIDC_ISSUER);
  });

  it.each([
    [{ OIDC_CLIENT_SECRET: "canary" }, "OIDC_ISSUER"],
    [{ ...provider, OIDC_CLIENT_ID: "" }, "OIDC_ISSUER"],
    [{ ...provider, OIDC_ISSUER: "http://id.example.com" }, "OIDC_ISSUER: must be https:"],
    [{ ...provider, OIDC_ISSUER: "http://localhost.example.com" }, "OIDC_ISSUER: must be https:"],
    [{ ...provider, OIDC_CLIENT_AUTH: "none" }, "OIDC_CLIENT_AUTH"],
  ])("I1, S4: %o stops the start with the name of the variable, never the secret", async (variables, named) => {
    const error = await envWith(variables).catch((thrown: unknown) => String(thrown));
    expect(error).toContain(named);
    expect(error).not.toContain("canary");
  });
});

describe("the settings of databases", () => {
  beforeEach(() => {
    vi.unstubAllEnvs();
    for (const name of ["DATABASE_HOSTS", "DATABASE_CA_FILE"]) vi.stubEnv(name, "");
  });

  it("are none by default, and take hosts", async () => {
    expect((await envWith({})).DATABASE_HOSTS).toEqual([]);
    const { DATABASE_HOSTS } = await envWith({ DATABASE_HOSTS: "db.example.com, .example.org:5433\n*:*" });
    expect(DATABASE_HOSTS).toEqual(["db.example.com", ".example.org:5433", "*:*"]);
  });

  it.each([
    [{ DATABASE_HOSTS: "https://canary.example.com" }, "DATABASE_HOSTS"],
    [{ DATABASE_HOSTS: "*.canary.example.com" }, "DATABASE_HOSTS"],
    [{ DATABASE_HOSTS: "db.example.com,canary:port" }, "DATABASE_HOSTS"],
    [{ DATABASE_CA_FILE: "/nowhere/canary" }, "DATABASE_CA_FILE: must be a file"],
    [{ DATABASE_CA_FILE: "package.json" }, "DATABASE_CA_FILE: must be a file"],
  ])("S11: %o stops the start with the name of the variable", async (variables, named) => {
    const error = await envWith(variables).catch((thrown: unknown) => String(thrown));
    expect(error).toContain(named);
    expect(error).not.toContain("canary");
  });
});
