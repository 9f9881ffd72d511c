import * as z from "zod/mini";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { answer, count, flag, type Same, say, text } from "./answer";

export const settingsAnswer = answer("Settings", "A workspace's settings.", {
  checkEveryMinutes: say(
    z.nullable(z.int()),
    "How often stored credentials are verified again. Null: the installation's default; 0: never.",
  ),
  webhookUrl: say(z.nullable(z.string()), "Where notices are posted to; null: nowhere.", { format: "uri" }),
  emailNotices: flag("Whether owners and admins get email."),
  versionRetentionDays: count("How many days values that were replaced are kept, to roll back to them."),
  maxAgeDays: say(z.nullable(z.int()), "After how many days to replace values; null for no limit."),
  mailConfigured: flag("Whether the operator set up a mail server."),
  receivers: say(z.array(text("An address.")), "Addresses of the owners and admins: who is told by email."),
  revision: count(
    "Names this state of it: what its ETag says, and If-Match of a change. 0 where nothing was chosen yet.",
  ),
});
true satisfies Same<z.infer<typeof settingsAnswer>, SettingsDto>;
