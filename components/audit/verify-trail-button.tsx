"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { verifyTrailAction } from "@/lib/audit/audit-actions";
import type { TrailVerdictDto } from "@/lib/audit/audit-dto";

function Verdict({ verdict }: { verdict: TrailVerdictDto }) {
  return (
    <Notice title={verdict.title} tone={verdict.intact ? "ok" : "bad"}>
      <p>{verdict.message}</p>
      {verdict.intact && verdict.events > 0 ? (
        <p className="text-meta">
          Save this checkpoint somewhere safe to prove later that the trail wasn't rewritten:{" "}
          <code className="break-all font-mono">
            {verdict.events}:{verdict.hash}
          </code>
        </p>
      ) : null}
    </Notice>
  );
}

/** *Verify the trail*, with what came of it in a panel beside the other ways to use the trail. */
export function VerifyTrailButton({ children }: { children: React.ReactNode }) {
  const { busy, failure, run } = useAction();
  const [verdict, setVerdict] = useState<TrailVerdictDto>();
  const verify = async () => {
    setVerdict(undefined);
    const result = await run(verifyTrailAction);
    if (result?.ok) setVerdict(result.data);
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={verify}>
          Verify the trail
        </Button>
        {children}
      </div>
      <div aria-live="polite" className="empty:absolute">
        {verdict ? <Verdict verdict={verdict} /> : null}
      </div>
      <Failure error={failure} />
    </div>
  );
}
