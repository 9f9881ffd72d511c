import * as z from "zod/mini";
import { INTEGER_MAX } from "@/lib/platform/reference-schema";
import { limitedText } from "@/lib/platform/text-schema";
import { MAX_AGE_DAYS } from "./rotation-dto";

/** The choices for how often stored credentials are verified again, in minutes. */
export const CHECK_INTERVALS = [
  { minutes: null, label: "Installation default" },
  { minutes: 60, label: "Every hour" },
  { minutes: 360, label: "Every 6 hours" },
  { minutes: 1440, label: "Every day" },
  { minutes: 10_080, label: "Every week" },
  { minutes: 0, label: "Never" },
] as const;

export const WEBHOOK_URL_MAX = 2000;

/** The address as a URL, or the sentence that says what is wrong with it. */
function readAddress(text: string): { url: string } | { problem: string } {
  if (!URL.canParse(text)) return { problem: "Enter a full address, like https://hooks.example.com/latchkey." };
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return { problem: "Enter an address that starts with https:." };
  if (url.username || url.password) {
    return {
      problem: "Leave out the user and password: we sign requests instead, so the receiver can check them.",
    };
  }
  url.hash = "";
  if (url.href.length > WEBHOOK_URL_MAX)
    return { problem: `The address can have at most ${WEBHOOK_URL_MAX} characters.` };
  return { url: url.href };
}

/** Where notices are posted to; empty means nowhere. Whether the server may go there is the server's to say. */
export const webhookUrl = z.pipe(
  z.nullable(limitedText("The address must be text.", WEBHOOK_URL_MAX * 2, "The address is too long.")),
  z.transform((value: string | null, context) => {
    const text = value?.trim() ?? "";
    if (text === "") return null;
    const read = readAddress(text);
    if ("url" in read) return read.url;
    context.issues.push({ code: "custom", input: value, message: read.problem });
    return z.NEVER;
  }),
);

const intervals: ReadonlySet<number | null> = new Set(CHECK_INTERVALS.map(({ minutes }) => minutes));

export const checkEveryMinutes = z
  .nullable(z.number("Choose how often."))
  .check(z.refine((minutes) => intervals.has(minutes), "Choose how often."));

/** The choices for how long values that were replaced are kept, in days. */
export const RETENTIONS = [
  { days: 0, label: "Not at all" },
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "A year" },
] as const;

const retentions: ReadonlySet<number> = new Set(RETENTIONS.map(({ days }) => days));

export const versionRetentionDays = z
  .number("Choose how long.")
  .check(z.refine((days) => retentions.has(days), "Choose how long."));

const { least, most } = MAX_AGE_DAYS;
const WHOLE_DAYS = `Enter a whole number of days between ${least} and ${most.toLocaleString("en")}, or leave it empty.`;

/** With fewer days than this, what was just replaced would be due soon again. */
export const maxAgeDays = z.nullable(
  z.number(WHOLE_DAYS).check(z.int(WHOLE_DAYS), z.minimum(least, WHOLE_DAYS), z.maximum(most, WHOLE_DAYS)),
);

/** A change of settings: what is left out stays as it is. */
export const settingsChange = z.object({
  revision: z
    .number("Not a revision.")
    .check(z.int("Not a revision."), z.nonnegative("Not a revision."), z.maximum(INTEGER_MAX, "Not a revision.")),
  checkEveryMinutes: z.optional(checkEveryMinutes),
  webhookUrl: z.optional(webhookUrl),
  emailNotices: z.optional(z.boolean("On or off.")),
  versionRetentionDays: z.optional(versionRetentionDays),
  maxAgeDays: z.optional(maxAgeDays),
});
export type SettingsChange = z.infer<typeof settingsChange>;
