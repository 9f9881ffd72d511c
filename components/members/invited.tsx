import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { InvitationLinkDto } from "@/lib/members/member-dto";

const mailTitles = {
  sent: "We've emailed the invitation.",
  failed: "The mail server refused the invitation. Send the link yourself.",
} as const;

/** The link of an invitation, the only time that it is shown. */
export function Invited({ invited, onClose }: { invited: InvitationLinkDto; onClose: () => void }) {
  const { invitation, link, mail } = invited;
  return (
    <>
      <div className="grid gap-4 px-6 py-5">
        {mail === "none" ? null : <Notice title={mailTitles[mail]} tone={mail === "sent" ? "ok" : "warn"} />}
        <p>
          Pass this link on to <bdi className="font-medium wrap-anywhere">{invitation.email}</bdi>. You'll see it only
          now. It works once, and ends <RelativeTime coming iso={invitation.expiresAt} />.
        </p>
        <CopyField label="Invitation link" text={link} />
      </div>
      <footer className="flex justify-end border-t px-6 py-4">
        <Button data-autofocus onClick={onClose} variant="primary">
          Done
        </Button>
      </footer>
    </>
  );
}
