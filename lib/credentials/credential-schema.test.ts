import { describe, expect, it } from "vitest";
import { connectors, findConnector } from "@/lib/connectors/registry";
import { credentialValues, replaceInput } from "./credential-schema";

const connector = findConnector("clari-copilot");
if (!connector) throw new Error("no connector");
const parse = (apiKey: unknown) => credentialValues(connector).safeParse({ apiKey, apiPassword: "p" });

it.each(connectors.filter(({ hosts }) => "field" in hosts.api))(
  "I1, I4, $id: another host asks for the secret again",
  (one) => {
    const named = { credentialId: "c1", revision: 1 };
    const values = Object.fromEntries(
      one.authentication.fields.flatMap((field) =>
        field.secret || field.kind === "text" ? [] : [[field.id, field.options[1]?.value ?? ""]],
      ),
    );
    const result = replaceInput(one).safeParse({ ...named, values });
    expect(result.success).toBe(false);
    const missing = result.error?.issues.map(({ path }) => path.at(-1));
    for (const { id, secret } of one.authentication.fields) if (secret) expect(missing).toContain(id);
  },
);

describe("a value", () => {
  it.each(["a", "k".repeat(1024), "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "**a", "sk_*_x"])("I4: may be %j", (value) => {
    expect(parse(value)).toMatchObject({ success: true, data: { apiKey: value } });
  });

  it("I4: loses the blanks and line breaks around it, and nothing else", () => {
    expect(parse(" \t\r\nkey\n ")).toMatchObject({ data: { apiKey: "key" } });
  });

  it.each([
    "",
    " ",
    "k".repeat(1025),
    "ca\r\nnary",
    "ca\nnary",
    "ca\tnary",
    "ca nary",
    "ca\u0000nary",
    "ca\u200Bnary",
    "\u202Ecanary",
    "canäry",
    "can€ry",
    "canary\u007F",
  ])("I4: may not be %j, and is not repeated", (value) => {
    const result = parse(value);
    expect(result.success).toBe(false);
    if (value.trim() !== "") expect(JSON.stringify(result.error)).not.toMatch(/ca.?nary|kkk/);
  });

  it.each(["***", "*", "********", "••••••••", "●●●●", "· · ·"])("S13: %j is a mask, and no value", (mask) => {
    expect(parse(mask).success).toBe(false);
  });

  it("S13: a mask of asterisks is called one", () => {
    expect(JSON.stringify(parse("********").error)).toContain("how pages hide a value");
  });
});
