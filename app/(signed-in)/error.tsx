"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { usePageFailure } from "@/components/ui/use-page-failure";

export default function PageError({ error }: { error: Error & { digest?: string } }) {
  const { title, text } = usePageFailure(error);
  return (
    <div aria-live="polite">
      <Notice title={title} tone="bad">
        <p>{text}</p>
        <Button className="w-fit" onClick={() => window.location.reload()}>
          Try again
        </Button>
      </Notice>
    </div>
  );
}
