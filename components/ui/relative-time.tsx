const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function relative(iso: string, now: number): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? words.format(Math.trunc(seconds / unit[1]), unit[0]) : "just now";
}

/** A moment as a person says it, with the exact one on hover. */
export function RelativeTime({ iso }: { iso: string }) {
  return (
    // The server and the browser say it a moment apart.
    <time dateTime={iso} suppressHydrationWarning title={`${iso.slice(0, 19).replace("T", " ")} UTC`}>
      {relative(iso, Date.now())}
    </time>
  );
}
