"use client";

import { AuthCard } from "@/components/auth/auth-card";
import { Button } from "@/components/ui/button";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <AuthCard title="The server cannot answer right now">
      <p className="text-muted">
        Nothing was changed. The database may not be available for a moment.
        {error.digest ? ` If it stays, name ${error.digest} to the operator.` : null}
      </p>
      <Button onClick={reset} variant="primary">
        Try again
      </Button>
    </AuthCard>
  );
}
