import "server-only";
import { findSession } from "@/lib/auth/current-actor";
import { readInvitationToken } from "./invitation-token";
import type { InvitationOfferDto } from "./member-dto";
import { findOffer } from "./offer-repository";

/** Who the person with the link is: new here, known but not signed in, signed in as invited, or as someone else. */
export type Visitor = "new" | "known" | "invited" | { signedInAs: string };

/** For the page of a link. Looking changes nothing. Undefined where the link leads nowhere, whyever. */
export async function findInvitation(
  token: string,
  headers: Headers,
): Promise<{ offer: InvitationOfferDto; visitor: Visitor } | undefined> {
  const tokenHash = readInvitationToken({ token });
  const found = tokenHash && (await findOffer(tokenHash));
  if (!found) return undefined;
  const { email, role, workspaceName, invitedByName, userId } = found;
  const offer = { email, role, workspaceName, invitedByName };
  const asker = await findSession(headers);
  if (asker) return { offer, visitor: asker.userId === userId ? "invited" : { signedInAs: asker.email } };
  return { offer, visitor: userId === undefined ? "new" : "known" };
}
