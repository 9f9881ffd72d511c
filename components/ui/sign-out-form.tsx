"use client";

import type { FormEvent, ReactNode } from "react";

/** Loads a page anew even where the server did not answer: it says then who is still signed in. */
async function signOut(event: FormEvent) {
  event.preventDefault();
  await fetch("/api/v1/sign-out", { method: "POST" }).catch(() => undefined);
  // Drafts of this tab are not for whoever signs in next.
  sessionStorage.clear();
  window.location.replace("/sign-in");
}

/** Signs out with whichever submit button is inside. */
export function SignOutForm({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <form className={className} method="post" onSubmit={signOut}>
      {children}
    </form>
  );
}
