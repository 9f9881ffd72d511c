import * as z from "zod/mini";
import { limitedText } from "./text-schema";

/** Ids are made by the server: 22 characters of base64url, or 32 letters and digits by the auth library. */
export const RECORD_ID = /^[A-Za-z0-9_-]{8,64}$/;

export const reference = (message: string) => limitedText(message, 64).check(z.regex(RECORD_ID, message));

export const recordId = reference("Not an id.");

/** No column of the database has a larger number. */
export const INTEGER_MAX = 2_147_483_647;

/** Names the state of a record that was seen, so that an edit never overwrites a change it has not seen. */
export const revision = z
  .number("Not a revision.")
  .check(z.int("Not a revision."), z.positive("Not a revision."), z.maximum(INTEGER_MAX, "Not a revision."));
