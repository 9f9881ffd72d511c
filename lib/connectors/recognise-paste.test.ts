import { expect, it } from "vitest";
import { clariCopilot } from "./clari-copilot";
import { fireflies } from "./fireflies";
import { gong } from "./gong";
import { recognisePaste } from "./recognise-paste";

const both = { apiKey: "k1", apiPassword: "p1" };

it.each([
  ["X-Api-Key: k1\nX-Api-Password: p1", both],
  ["X-Api-Key: k1", { apiKey: "k1" }],
  ["k1\np1", both],
  ['{"apiKey":"k1","apiPassword":"p1"}', both],
  ['{"api_key":"k1","api_secret":"p1"}', both],
  [`curl -H "X-Api-Key:k1" -H 'X-Api-Password: p1' "https://rest-api.copilot.clari.com/users"`, both],
  ['export API_KEY="k1"\nexport API_PASSWORD="p1"', both],
])("understands %j", (text, values) => {
  expect(recognisePaste(clariCopilot, text)?.values).toEqual(values);
});

it.each(["abcdef", "a:b", "one two\nthree four", "", "{", "curl https://example.com"])(
  "takes %j for ordinary text",
  (text) => {
    expect(recognisePaste(clariCopilot, text)).toBeUndefined();
  },
);

it("understands the other connectors' shapes from their data", () => {
  expect(recognisePaste(fireflies, "Authorization: Bearer abc")?.values).toEqual({ apiKey: "abc" });
  expect(recognisePaste(fireflies, "Bearer abc")?.values).toEqual({ apiKey: "abc" });
  expect(recognisePaste(gong, `Authorization: Basic ${btoa("a:b:c")}`)?.values).toEqual({
    accessKey: "a",
    accessKeySecret: "b:c",
  });
  expect(recognisePaste(gong, "curl -u a:b https://api.gong.io/v2/users")?.values).toEqual({
    accessKey: "a",
    accessKeySecret: "b",
  });
});
