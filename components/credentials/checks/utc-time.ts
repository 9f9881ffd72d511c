const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** "3 Mar 2027", of "2027-03-03": a calendar day, whatever the time zone of who reads it. */
export function utcDay(day: string): string {
  return dayFormat.format(new Date(day));
}

/** "24 Nov 2026, 08:13 UTC", the same on the server and in every browser. */
export function utcTime(iso: string): string {
  return `${format.format(new Date(iso))} UTC`;
}
