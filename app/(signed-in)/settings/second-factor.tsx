import { SecondFactorRule } from "@/components/members/second-factor-rule";
import type { Member } from "@/lib/auth/actor";
import { getSecondFactorRule } from "@/lib/members/second-factor-rule";

/** Whether everyone needs a second factor. */
export async function SecondFactor({ actor }: { actor: Member }) {
  return <SecondFactorRule rule={await getSecondFactorRule(actor)} />;
}
