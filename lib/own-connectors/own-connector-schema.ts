import * as z from "zod/mini";
import { recordId, revision } from "@/lib/platform/reference-schema";
import { limitedText } from "@/lib/platform/text-schema";
import { definition } from "./definition-schema";

const formId = limitedText("Not a form id.", 64).check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, "Not a form id."));
const unverifiable = z.optional(z.boolean("Yes or no."));

export const tryInput = z.object({ definition });
export const defineInput = z.object({ formId, definition, unverifiable });
export const changeInput = z.object({ id: recordId, version: revision, definition, unverifiable });
export const ownConnectorInput = z.object({ id: recordId });
export const exportInput = z.object({ id: recordId, number: z.optional(revision) });
/** The version that a page of them begins behind, as an address has it. */
export const versionPlace = limitedText("Not a version.", 9).check(z.regex(/^[1-9]\d*$/, "Not a version."));
