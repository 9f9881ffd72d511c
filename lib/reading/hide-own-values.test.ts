import { expect, it } from "vitest";
import { findHttpConnector } from "@/lib/connectors/registry";
import type { Values } from "./fetch-page";
import { hideOwnValues } from "./hide-own-values";

it("S1: a record that echoes the secret, or a token that it was traded for, is handed out without it", () => {
  const connector = findHttpConnector("salesforce");
  if (!connector) throw new Error("no connector");
  const values: Values = {
    current: { myDomain: "acme.my.salesforce.com", consumerKey: "key-of-the-app", consumerSecret: "secret-of-the-app" },
    renew: async () => false,
  };
  const hide = hideOwnValues(connector, values);
  const echo = '{"a":"secret-of-the-app","b":"token-made-first","c":"token-made-next"}';
  const shown = () => JSON.stringify(hide([echo]));
  expect(shown()).not.toContain("secret-of-the-app");
  values.token = "token-made-first";
  expect(shown()).not.toContain("token-made-first");
  values.token = "token-made-next";
  for (const secret of ["secret-of-the-app", "token-made-first", "token-made-next"])
    expect(shown()).not.toContain(secret);
});
