import "server-only";
import type { Member } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/errors";
import { type Limit, spend } from "@/lib/platform/rate-limit";

const OF_WORKSPACE: Limit = { name: "invitation-mails-of-workspace", points: 20, seconds: 60 * 60 };
/** Whichever workspaces they are from, and however often one is sent again. */
const OF_ADDRESS: Limit = { name: "invitation-mails-of-address", points: 5, seconds: 24 * 60 * 60 };

/** Counts an invitation by mail before it is made: the mail server is the operator's, and so is its good name. */
export async function countInvitationMail({ workspaceId }: Member, email: string): Promise<void> {
  const seconds = (await spend(OF_WORKSPACE, workspaceId)) ?? (await spend(OF_ADDRESS, email));
  if (seconds === undefined) return;
  throw new Refusal(
    "TOO_MANY_REQUESTS",
    "Too many invitations were emailed. Create this one without email and send the link yourself, or try again later.",
    { retryAfterSeconds: seconds },
  );
}
