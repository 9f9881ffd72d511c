import { expect, it } from "vitest";
import { formsOf, newEchoPair } from "./echoes";

it("has a pair that every form writes differently", () => {
  const { apiKey, apiPassword } = newEchoPair();
  expect(new Set(formsOf(apiKey)).size).toBeGreaterThanOrEqual(6);
  expect(new Set([...formsOf(apiPassword), apiPassword]).size).toBe(8);
  for (const form of formsOf(apiPassword).slice(0, 1)) expect(JSON.parse(`"${form}"`)).toBe(apiPassword);
});
