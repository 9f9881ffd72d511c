// How a day and a moment are written, on screens, in mails and in messages: nothing else formats one.

const WITH_TIME = { dateStyle: "medium", timeStyle: "short" } as const;
const WITH_SECONDS = { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" } as const;

const inUtc = new Intl.DateTimeFormat("en-GB", { ...WITH_TIME, timeZone: "UTC" });
/** Of the browser that it runs in, where it is the person's. The server's says nothing about who reads. */
const here = new Intl.DateTimeFormat("en-GB", WITH_TIME);
const toTheSecond = new Intl.DateTimeFormat("en-GB", WITH_SECONDS);
const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** "24 Nov 2026, 08:13 UTC": for who reads it elsewhere, and where it is not known where. */
export const momentInUtc = (at: Date | string): string => `${inUtc.format(new Date(at))} UTC`;

/** "24 Nov 2026, 09:13": in the zone of this browser. Never on the server. */
export const momentHere = (iso: string): string => here.format(new Date(iso));

/** "24 Nov 2026, 08:13:20 UTC" */
export const exactMoment = (iso: string): string => `${toTheSecond.format(new Date(iso))} UTC`;

/** "24 Nov 2026, 08:13:20.123 UTC", of "2026-11-24T08:13:20.123Z": as it is recorded. */
export const recordedMoment = (iso: string): string => exactMoment(iso).replace(" UTC", `${iso.slice(19, -1)} UTC`);

/** "3 Mar 2027", of "2027-03-03": a calendar day, whatever the zone of who reads it. */
export const dayInWords = (day: Date | string): string => days.format(new Date(day));

/** "Europe/Berlin": the zone of this browser. */
export const zoneHere = (): string => here.resolvedOptions().timeZone;
