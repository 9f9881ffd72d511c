import { dayAgoWords } from "@/components/ui/relative-words";
import { dayInWords } from "@/lib/platform/moment-words-dto";

/** A day as a person says it, with its date on hover. Both are days of UTC. */
export function DayAgo({ day, today }: { day: string; today: string }) {
  return (
    <time dateTime={day} title={dayInWords(day)}>
      {dayAgoWords(day, today)}
    </time>
  );
}
