import "server-only";
import type { Member } from "@/lib/auth/actor";
import { setNoticesReadAt } from "@/lib/auth/membership-repository";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { readUntil } from "./notice-schema";

/** The actor saw the notices until then. One that came meanwhile stays unread, and so does one of the future. */
export async function markNoticesRead(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "notice:list");
  const until = new Date(parseInput(readUntil, input).until);
  await setNoticesReadAt(actor, new Date(Math.min(until.getTime(), Date.now())));
}
