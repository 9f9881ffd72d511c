"use client";

import { useEffect, useState } from "react";
import { ForgotPasswordForm } from "./forgot-password-form";
import { NewPasswordForm } from "./new-password-form";

/** One page for both ends of a link: with its token the new password, without one the wish for a link. */
export function ResetPassword({ mail }: { mail: boolean }) {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const take = () => {
      const shown = window.location.hash.slice(1);
      // Out of the address bar and the history, before anyone copies it from there.
      if (shown) window.history.replaceState(null, "", window.location.pathname);
      setToken((before) => shown || before || "");
    };
    take();
    // A link pasted into this very page loads nothing anew.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);

  if (token === undefined) return <p className="text-muted">One moment.</p>;
  if (token !== "") return <NewPasswordForm key={token} token={token} />;
  if (mail) return <ForgotPasswordForm />;
  return (
    <p className="text-muted">
      This server sends no mail. Its operator can make a link for you, with one command on the server.
    </p>
  );
}
