import "server-only";
import type { Person } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/errors";
import { addressIsProven } from "./address-proof-repository";

/** A6: whoever had someone else's invitation link sets up no way in that outlasts a new password. Throws a refusal. */
export async function requireProvenAddress({ userId }: Person): Promise<void> {
  if (await addressIsProven({ id: userId })) return;
  throw new Refusal("FORBIDDEN", "Prove your email address first. Your account page says how.");
}
