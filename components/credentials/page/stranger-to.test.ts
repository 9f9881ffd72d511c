import { expect, it } from "vitest";
import { strangerTo } from "./stranger-to";

const acmeEu = { of: "tenant", text: "Acme EU" } as const;
const acmeUs = { of: "tenant", text: "Acme US" } as const;

it("new values are a stranger's only where the provider told of both, and told of two", () => {
  expect(strangerTo(acmeEu, acmeUs)).toEqual({ before: acmeEu, now: acmeUs });
  expect(strangerTo(acmeEu, { of: "person", text: "Acme EU" })).toBeDefined();
  expect(strangerTo(acmeEu, { ...acmeEu })).toBeUndefined();
  expect(strangerTo(undefined, acmeUs)).toBeUndefined();
  expect(strangerTo(acmeEu, undefined)).toBeUndefined();
});
