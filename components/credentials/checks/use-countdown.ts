import { useCountdown as useSeconds } from "@/components/checks/use-countdown";
import { counted } from "@/lib/platform/counted-dto";

export const useCountdown = useSeconds;

/** A sentence that names the seconds, with those that are left. */
export function countDown(sentence: string, seconds: number, left: number): string {
  return sentence.replace(
    new RegExp(`\\bin ${seconds} seconds?\\b`),
    left === 0 ? "now" : `in ${counted(left, "second")}`,
  );
}
