import type { Stranger } from "@/components/credentials/checks/use-check";
import type { Whose } from "@/lib/checks/verification-dto";

/** Whether what was accepted is another account's or person's than what it is to replace, where the provider told of both. */
export function strangerTo(before: Whose | undefined, now: Whose | undefined): Stranger | undefined {
  if (!before || !now || (before.of === now.of && before.text === now.text)) return undefined;
  return { before, now };
}
