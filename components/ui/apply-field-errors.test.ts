import type { FieldValues, UseFormReturn } from "react-hook-form";
import { expect, it } from "vitest";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { applyFieldErrors } from "./apply-field-errors";

/** As much of a form as the errors need: its values, and what was said of each. */
function formOf(values: FieldValues) {
  const said: unknown[] = [];
  const form = { getValues: () => values, setError: (...all: unknown[]) => said.push(all) };
  return { said, form: form as unknown as UseFormReturn };
}
const refusal = (fields: Record<string, string>): ErrorDto => ({ code: "INVALID_INPUT", message: "Wrong.", fields });

it("what the server says of a field stands beside it, with the focus on the first", () => {
  const { said, form } = formOf({ name: "", values: { apiKey: "" } });
  expect(applyFieldErrors(form, refusal({ name: "Too long.", "values.apiKey": "Missing." }))).toBe(true);
  expect(said).toEqual([
    ["name", { type: "server", message: "Too long." }, { shouldFocus: true }],
    ["values.apiKey", { type: "server", message: "Missing." }, { shouldFocus: false }],
  ]);
});

it("what it says of something that the form does not show is left to the form as a whole", () => {
  const { said, form } = formOf({ name: "" });
  expect(applyFieldErrors(form, refusal({ token: "Open the link again." }))).toBe(false);
  expect(said).toEqual([]);
});
