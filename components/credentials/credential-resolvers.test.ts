import { describe, expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { dayIn } from "@/lib/settings/rotation-dto";
import { credentialResolver, detailsResolver } from "./credential-resolvers";

const options = { fields: {}, shouldUseNativeValidation: false };
const details = { name: "Sales EU", description: "" };
const errorsOf = async (rotateBy: string | undefined, kept?: string) => {
  const { errors } =
    kept === undefined
      ? await credentialResolver(clariCopilot)(
          { ...details, rotateBy, values: { apiKey: "k", apiPassword: "p" } },
          undefined,
          options,
        )
      : await detailsResolver(kept)({ ...details, rotateBy: rotateBy ?? null }, undefined, options);
  return (errors as { rotateBy?: { message?: string } }).rotateBy?.message;
};

describe("the day to rotate by, as a person sets it", () => {
  it("may be any from today on, or none", async () => {
    for (const day of [dayIn(1), dayIn(90), "2099-12-31", "", undefined]) expect(await errorsOf(day)).toBeUndefined();
  });

  it.each(["2020-01-31", dayIn(-2)])("is refused with a sentence where it has passed: %s", async (day) => {
    expect(await errorsOf(day)).toMatch(/^This day has passed/);
    expect(await errorsOf(day, "")).toMatch(/^This day has passed/);
    expect(await errorsOf(day, "2020-03-03")).toMatch(/^This day has passed/);
  });

  it("that the credential has stays, also where it has passed", async () =>
    expect(await errorsOf("2020-01-31", "2020-01-31")).toBeUndefined());

  it("is no part of a date", async () => expect(await errorsOf("incomplete")).toMatch(/^Enter a full date/));
});
