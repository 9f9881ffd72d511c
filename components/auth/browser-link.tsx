"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { requestBrowserLinkAction } from "@/lib/auth/sign-in/auth-actions";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** Too many wrong passwords from browsers that the account does not know, and the way in past them. */
export function BrowserLink({ email, failure }: { email: string; failure: ErrorDto }) {
  const asking = useAction();
  const [sent, setSent] = useState(false);
  const ask = async () => {
    const result = await asking.run(() => requestBrowserLinkAction({ email }));
    if (result?.ok) setSent(true);
  };
  if (sent) {
    return (
      <Notice title="Check your email" tone="ok">
        <p>
          If there's an account with this address, we've emailed it a link. Open it in this browser and sign in. It
          works for an hour.
        </p>
      </Notice>
    );
  }
  return (
    <Failure error={asking.failure ?? failure}>
      <p>They came from browsers this account hasn't used before. We can email you a link that lets this one in now.</p>
      <Button busy={asking.busy} className="w-fit" onClick={ask}>
        Email me a link
      </Button>
    </Failure>
  );
}
