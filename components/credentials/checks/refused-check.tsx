"use client";

import type { ReactNode } from "react";
import { countDown, useCountdown } from "@/components/checks/use-countdown";
import { ReloadPage } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { TryAgain } from "./try-again";

type RefusedCheckProps = { error: ErrorDto; onRetry: () => void; children?: ReactNode };

/** Why Latchkey itself did not check, or not save. Where that ends by itself, it counts down to it. */
export function RefusedCheck({ error, onRetry, children }: RefusedCheckProps) {
  const { code, message, retryAfterSeconds = 0 } = error;
  const left = useCountdown(retryAfterSeconds);
  const isLimit = code === "TOO_MANY_CHECKS";
  return (
    <Notice title={countDown(message, retryAfterSeconds, left)} tone={isLimit ? "warn" : "bad"}>
      {children}
      {isLimit ? (
        <div className="mt-1 flex">
          <TryAgain left={left} onRetry={onRetry} />
        </div>
      ) : null}
      {error.outdated ? <ReloadPage /> : null}
    </Notice>
  );
}
