import "server-only";
import { forgetExpired } from "@/lib/auth/forget-expired";
import { forgetOldChecks } from "@/lib/credentials/checks/forget-old-checks";
import { reverifyDueCredentials } from "@/lib/credentials/checks/reverify-due-credentials";
import { remindDueRotations } from "@/lib/credentials/rotation/remind-due-rotations";
import { destroyExpiredValues } from "@/lib/credentials/values/destroy-expired-values";
import { fillLookKeys } from "@/lib/data-sources/fill-look-keys";
import { fillAllSearchTexts } from "@/lib/data-sources/fill-search-texts";
import { runRotation } from "@/lib/keys/run-rotation";
import { forgetExpiredInvitations } from "@/lib/members/forget-expired-invitations";
import { deliverAllDueNotices } from "@/lib/notices/deliver-notices";
import { forgetOldNotices } from "@/lib/notices/forget-old-notices";
import { findLostReads, forgetOldReads } from "@/lib/reading/tidy-reads";
import { refreshStatistics } from "./refresh-statistics";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Works until nothing is due or the signal ends it, safe on several instances, and authorizes its own job. */
type Duty = { everyMs: number; work: (signal: AbortSignal) => Promise<unknown> };

/** All that the server does by itself. The worker and the cron route run this table, and nothing else. */
export const duties = {
  reverify: { everyMs: 5 * SECOND_MS, work: reverifyDueCredentials },
  "remind of rotations": { everyMs: 10 * SECOND_MS, work: (signal) => remindDueRotations(signal) },
  "deliver notices": { everyMs: 2 * SECOND_MS, work: deliverAllDueNotices },
  "rotate keys": { everyMs: 2 * SECOND_MS, work: (signal) => runRotation(signal) },
  "destroy expired values": { everyMs: MINUTE_MS, work: destroyExpiredValues },
  "forget old checks": { everyMs: HOUR_MS, work: forgetOldChecks },
  "forget old notices": { everyMs: HOUR_MS, work: forgetOldNotices },
  "forget expired invitations": { everyMs: HOUR_MS, work: forgetExpiredInvitations },
  "forget what is over": { everyMs: HOUR_MS, work: forgetExpired },
  "find lost reads": { everyMs: 15 * SECOND_MS, work: () => findLostReads() },
  "forget old reads": { everyMs: HOUR_MS, work: () => forgetOldReads() },
  "fill look keys": { everyMs: HOUR_MS, work: fillLookKeys },
  "fill search texts": { everyMs: HOUR_MS, work: fillAllSearchTexts },
  "refresh statistics": { everyMs: 6 * HOUR_MS, work: refreshStatistics },
} satisfies Record<string, Duty>;

export type DutyName = keyof typeof duties;
export const dutyNames = Object.keys(duties) as DutyName[];
