"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Notice title="This page could not be shown. Nothing was changed." tone="bad">
      <p>
        The database may not be available for a moment.{" "}
        {error.digest ? `If it stays, name ${error.digest} to the operator.` : null}
      </p>
      <Button className="w-fit" onClick={reset}>
        Try again
      </Button>
    </Notice>
  );
}
