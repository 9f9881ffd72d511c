import { expect, it } from "vitest";
import { clariCopilot } from "./clari-copilot";
import { gong } from "./gong";
import { suspectValues } from "./suspect-values";

it.each([
  ['"k1"', "API Key has quotes around it"],
  ["`k1`", "API Key has quotes around it"],
  ["X-Api-Key:k1", "API Key starts with a header name"],
  ["x-api-password=k1", "API Key starts with a header name"],
  ["apikey:k1", "API Key starts with a header name"],
])("%s is worth a hint that does not repeat it", (apiKey, words) => {
  const [hint, ...more] = suspectValues(clariCopilot, { apiKey, apiPassword: "p1" });
  expect(hint).toContain(words);
  expect(hint).not.toContain("k1");
  expect(more).toEqual([]);
});

it.each(["k1", "a:b", "X-Api-Key", '"k1', "key=abc"])("%s is not", (apiKey) =>
  expect(suspectValues(clariCopilot, { apiKey, apiPassword: "p1" })).toEqual([]),
);

it("goes by the connector's own header", () =>
  expect(suspectValues(gong, { accessKey: "Authorization:a", accessKeySecret: "b" })).toHaveLength(1));
