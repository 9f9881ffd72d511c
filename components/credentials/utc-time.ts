const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** "24 Nov 2026, 08:13 UTC", the same on the server and in every browser. */
export function utcTime(iso: string): string {
  return `${format.format(new Date(iso))} UTC`;
}
