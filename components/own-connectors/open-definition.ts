import { isOpenApi } from "@/lib/connectors/open-api";
import { DEFINED_AT_MOST, type Definition } from "@/lib/own-connectors/definition-dto";
import { definitionOf, formOf } from "./form-of-definition";
import { formOfOpenApi } from "./form-of-open-api";
import type { OwnForm } from "./own-form";

const NOT_ONE = "This file isn't a connector. Choose one that Latchkey exported, or an OpenAPI document in JSON.";
/** Larger documents would stop the browser for a while. */
const LARGEST = 10 * 1024 * 1024;

/** A file as the form has it, or why it is none. Whether what it says is allowed, the server says. */
export async function openDefinition(file: File): Promise<{ form: OwnForm } | { problem: string }> {
  if (file.size > LARGEST) return { problem: "This file is larger than 10 MB." };
  try {
    const json: unknown = JSON.parse(await file.text());
    if (isOpenApi(json)) return { form: formOfOpenApi(json) };
    if (file.size > DEFINED_AT_MOST.text) return { problem: "A connector's file has at most 64 KB." };
    const form = formOf(json as Definition);
    // What cannot be read back is none.
    definitionOf(form);
    return isWhole(form) ? { form } : { problem: NOT_ONE };
  } catch {
    return { problem: NOT_ONE };
  }
}

/** Whether each input gets a text, a list its rows: anything else would be shown as something it is not. */
function isWhole(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isWhole);
  return typeof value === "object" && value !== null ? Object.values(value).every(isWhole) : typeof value === "string";
}
