import * as z from "zod/mini";
import { idOf } from "./input";

export const noticesQuery = z.object({
  after: z.optional(idOf("The last one of the page before, as its `next` has it.")),
});
