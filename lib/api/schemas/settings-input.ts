import * as z from "zod/mini";
import { CHECK_INTERVALS, RETENTIONS, settingsChange, WEBHOOK_URL_MAX } from "@/lib/settings/settings-schema";
import { say } from "./answer";
import { body } from "./input";

const intervals = z.literal(CHECK_INTERVALS.map(({ minutes }) => minutes));
const retentions = z.literal(RETENTIONS.map(({ days }) => days));
const { webhookUrl, emailNotices, maxAgeDays } = settingsChange.shape;

export const updateSettingsBody = body("UpdateSettings", "What you leave out stays as it is.", {
  checkEveryMinutes: z.optional(
    say(
      intervals,
      "How often stored credentials are verified again, in minutes. Null: the installation's default; 0: never.",
    ),
  ),
  webhookUrl: say(webhookUrl, "Where notices are posted to: an address that starts with https:; null for nowhere.", {
    format: "uri",
    maxLength: WEBHOOK_URL_MAX,
  }),
  emailNotices: say(emailNotices, "Whether owners and admins get email."),
  versionRetentionDays: z.optional(say(retentions, "How many days replaced values are kept.")),
  maxAgeDays: say(maxAgeDays, "After how many days to replace values; null for no limit."),
});
