"use client";

import { useHashToken } from "@/components/ui/use-hash-token";
import { ForgotPasswordForm } from "./forgot-password-form";
import { NewPasswordForm } from "./new-password-form";

/** One page for both ends of a link: with its token the new password, without one the wish for a link. */
export function ResetPassword({ mail }: { mail: boolean }) {
  const token = useHashToken();
  if (token === undefined) return <p className="text-muted">One moment.</p>;
  if (token !== "") return <NewPasswordForm key={token} token={token} />;
  if (mail) return <ForgotPasswordForm />;
  return (
    <p className="text-muted">
      This server can't send email. Its operator can create a link for you with one command on the server.
    </p>
  );
}
