import { expect, it } from "vitest";
import type { Connector } from "@/lib/connectors/connector";
import { bearer, constant, header } from "@/lib/connectors/placements";
import { acme } from "@/lib/credentials/acme-home.fixture";
import { signatureOf, signedTarget } from "./sign-request";

const [account, , token] = acme.authentication.fields;
const signed = (placements: Connector["authentication"]["placements"], values: Record<string, string>) =>
  signatureOf(
    {
      authentication: { ...acme.authentication, fields: [{ ...account, optional: true }, token] as never, placements },
    },
    values,
  );
const login = (text: string) => ({ authorization: `Basic ${btoa(text)}` });

it.each([
  ["a bare header", [header("X-Token", "token")], { "x-token": "t1" }],
  ["Bearer", [bearer("token")], { authorization: "Bearer t1" }],
  [
    "text around it",
    [{ in: "header", name: "Authorization", parts: ['Token token="', { field: "token" }, '"'] }],
    { authorization: 'Token token="t1"' },
  ],
  ["Basic without a password", [{ in: "basic", username: [{ field: "token" }], password: [] }], login("t1:")],
  ["Basic without a name", [{ in: "basic", username: [], password: [{ field: "token" }] }], login(":t1")],
  [
    "Basic with a composed name",
    [{ in: "basic", username: [{ field: "account" }, "/token"], password: [{ field: "token" }] }],
    login("a1/token:t1"),
  ],
  ["a constant beside it", [bearer("token"), constant("Version", "1")], { authorization: "Bearer t1", version: "1" }],
] as [string, Connector["authentication"]["placements"], object][])("%s", (_, placements, headers) =>
  expect(signed(placements, { account: "a1", token: "t1" }).headers).toEqual(headers),
);

it("what is optional and empty sends nothing, and what is missing is no request", () => {
  const placements = [header("X-Token", "token"), header("X-Account", "account")];
  expect(signed(placements, { token: "t1" }).headers).toEqual({ "x-token": "t1" });
  expect(() => signed(placements, { account: "a1" })).toThrow("lack the field token");
});

it("a key in the address is encoded, and stands behind what was asked", () => {
  const signature = signed([{ in: "query", name: "api_key", parts: [{ field: "token" }] }], { token: "a&b=c#d" });
  expect(signature.headers).toEqual({});
  expect(signedTarget("/calls", signature)).toBe("/calls?api_key=a%26b%3Dc%23d");
  expect(signedTarget("/calls?page=1", signature)).toBe("/calls?page=1&api_key=a%26b%3Dc%23d");
});
