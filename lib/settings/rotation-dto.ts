import { DAY_MS } from "@/lib/platform/day-ms";

/** How many days before its due day a rotation is due soon. */
export const SOON_DAYS = 14;

/** The least and the most that a workspace can choose as the maximum age of values, in days. */
export const MAX_AGE_DAYS = { least: 30, most: 3650 } as const;

export type RotationState = "set" | "soon" | "overdue";

/** When the values of a credential should be replaced. */
export type RotationDto = {
  /** A calendar day of UTC, "2027-03-03"; the rotation is overdue once that day is over. */
  dueOn: string;
  /** Whether it was set for this credential; else it follows from the workspace's maximum age. */
  isOwn: boolean;
  state: RotationState;
};

/** The day of UTC that is so many days from now, as it is written down: "2027-03-03". */
export const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
