"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { sendTestNoticeAction } from "@/lib/notices/notice-actions";
import type { DeliveryDto } from "@/lib/notices/notice-dto";

function Results({ deliveries }: { deliveries: DeliveryDto[] }) {
  if (deliveries.length === 0) {
    return (
      <Notice title="The test notice is only in the app." tone="ok">
        <p>No webhook is set, and no one gets email.</p>
      </Notice>
    );
  }
  const arrived = deliveries.every(({ state }) => state === "delivered");
  return (
    <Notice
      title={arrived ? "Test notice delivered." : "The test notice didn't reach everyone."}
      tone={arrived ? "ok" : "bad"}
    >
      <ul className="grid gap-0.5">
        {deliveries.map(({ id, receiver, result, state }) => (
          <li key={id}>
            <bdi className="font-medium">{receiver}</bdi>: {result ?? "On its way."}
            {state === "waiting" && result ? " We'll try again." : ""}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Sends a notice of nothing to everyone who is told, and says what came of it. */
export function TestNotice() {
  const { busy, failure, run } = useAction();
  const [deliveries, setDeliveries] = useState<DeliveryDto[]>();
  const send = async () => {
    setDeliveries(undefined);
    const result = await run(sendTestNoticeAction);
    if (result?.ok) setDeliveries(result.data);
  };
  return (
    <div className="grid gap-3 border-t pt-5">
      <div className="grid gap-1">
        <h3 className="font-medium">Test</h3>
        <p className="text-meta text-muted">Sends to everyone, using the saved settings.</p>
      </div>
      <Button busy={busy} className="w-fit" onClick={send}>
        Send a test notice
      </Button>
      <div aria-live="polite" className="empty:absolute">
        {deliveries ? <Results deliveries={deliveries} /> : null}
      </div>
      <Failure error={failure} />
    </div>
  );
}
