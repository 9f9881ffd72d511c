import * as z from "zod/mini";
import { auditFilter } from "@/lib/audit/audit-schema";
import { answer, count, moment, say, text } from "./answer";

export const auditEventAnswer = answer("AuditEvent", "Something someone did, or was refused.", {
  seq: count("Its place in the workspace's trail, from 1."),
  at: moment("When it was."),
  actorId: text("Who did it: a member's id, token:…, job:…, or unknown."),
  actorName: text("What they are called."),
  id: text("Its id."),
  action: text("A noun, a point and a verb, for example credential.created."),
  subjectId: text("The id of what it was done to."),
  subjectName: text("What that was called then."),
  fields: say(z.array(z.string()), "Which of its fields changed, by name; never values."),
  result: text("What it came to, for example ok or denied."),
  peer: say(z.nullable(z.string()), "The address it came from; null for what the server does by itself."),
  workspaceId: text("Its workspace."),
  previousHash: text("Of the event before: what chains them."),
  hash: text("Of this event."),
});

export const auditExportAnswer = answer("AuditExport", "The trail of a workspace, the newest event first.", {
  workspaceId: text("The id of the workspace."),
  workspaceName: text("Its name."),
  exportedAt: moment("When it was exported."),
  filter: say(
    z.strictObject(
      Object.fromEntries(Object.keys(auditFilter.shape).map((name) => [name, z.exactOptional(text("As asked for."))])),
    ),
    "What was looked for.",
  ),
  events: say(z.array(auditEventAnswer), "What that found."),
});

export const auditLines = text("The same events as CSV, with a header.");
