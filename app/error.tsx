"use client";

import { AuthCard } from "@/components/auth/auth-card";
import { Button } from "@/components/ui/button";
import { usePageFailure } from "@/components/ui/use-page-failure";

export default function RootError({ error }: { error: Error & { digest?: string } }) {
  const { title, text } = usePageFailure(error);
  return (
    <AuthCard title={title}>
      <p aria-live="polite" className="text-muted">
        {text}
      </p>
      <Button onClick={() => window.location.reload()} variant="primary">
        Try again
      </Button>
    </AuthCard>
  );
}
