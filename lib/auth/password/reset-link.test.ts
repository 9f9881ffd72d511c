import { afterEach, expect, it, vi } from "vitest";
import { makeResetLink, readResetToken } from "./reset-link";

vi.hoisted(() => {
  vi.stubEnv("AUTH_SECRET", "a secret of thirty-two or more characters");
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("PUBLIC_URL", "https://latchkey.example");
});
afterEach(() => void vi.useRealTimers());

const tokenOf = (link: string) => new URL(link).hash.slice(1);

it("A9: a link says whose password it sets, for an hour, behind the #", async () => {
  vi.useFakeTimers({ now: new Date("2026-01-01T10:00:00Z") });
  const link = await makeResetLink({ email: "ada@example.com", dropSecondFactors: false });
  expect(link.startsWith("https://latchkey.example/reset-password#")).toBe(true);
  expect(link).not.toContain("ada");
  const said = {
    email: "ada@example.com",
    issuedAt: new Date("2026-01-01T10:00:00Z"),
    dropSecondFactors: false,
  };
  vi.setSystemTime(new Date("2026-01-01T10:59:00Z"));
  expect(await readResetToken(tokenOf(link))).toEqual(said);
  vi.setSystemTime(new Date("2026-01-01T11:01:00Z"));
  expect(await readResetToken(tokenOf(link))).toBeUndefined();
});

it("A9: a changed token, none at all, and one of the future are no token", async () => {
  const token = tokenOf(await makeResetLink({ email: "ada@example.com", dropSecondFactors: true }));
  const middle = token.length - 30;
  const flipped = `${token.slice(0, middle)}${token[middle] === "A" ? "B" : "A"}${token.slice(middle + 1)}`;
  for (const wrong of [flipped, "", "x", token.slice(1)]) expect(await readResetToken(wrong)).toBeUndefined();
  vi.useFakeTimers({ now: new Date("2020-01-01T00:00:00Z") });
  expect(await readResetToken(token)).toBeUndefined();
});
