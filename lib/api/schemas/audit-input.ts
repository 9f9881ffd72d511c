import * as z from "zod/mini";
import { auditExportForm } from "@/lib/audit/audit-schema";
import { say } from "./answer";

const { person, credential, action, from, to, format } = auditExportForm.shape;
export const auditExportQuery = z.object({
  format: say(format, "The form of the file."),
  person: say(person, "Only what this member did; or token:…, job:…, unknown."),
  credential: say(credential, "Only events about this credential, including deleted ones."),
  action: say(action, "Only this: a noun, a point and a verb, for example credential.created."),
  from: say(from, "Only from this day (UTC) or moment on."),
  to: say(to, "Only until then; a day is included to its end."),
});
