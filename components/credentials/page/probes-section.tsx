"use client";

import { useId, useRef, useState } from "react";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import type { CheckOutcome } from "@/components/credentials/checks/use-check";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { readAnswer } from "@/components/ui/read-answer";
import { useAction } from "@/components/ui/use-action";
import { WORKSPACE_HEADER } from "@/lib/auth/auth-dto";
import type { ProbeDto, ProbeResult, ProbesDto } from "@/lib/checks/probe-dto";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { ActionResult } from "@/lib/platform/result-dto";

const looks: Record<ProbeResult, { icon: IconName; ink: string }> = {
  "may-read": { icon: "check", ink: "text-ok" },
  "may-not-read": { icon: "alert", ink: "text-warn" },
  unclear: { icon: "question", ink: "text-muted" },
};

type ProbesSectionProps = {
  credentialId: string;
  connector: SignInConnector;
};

async function ask(credentialId: string, from: string, signal: AbortSignal): Promise<ActionResult<ProbesDto>> {
  const address = `/api/v1/credentials/${encodeURIComponent(credentialId)}/probe`;
  const response = await fetch(address, {
    method: "POST",
    headers: { [WORKSPACE_HEADER]: from },
    signal,
  });
  const read = await readAnswer<ProbesDto>(response);
  return "error" in read ? { ok: false, error: read.error } : { ok: true, data: read.answer };
}

/** *What may it read?*: what an accepted check leaves open, asked with a click. Nothing of it is kept. */
export function ProbesSection({ credentialId, connector }: ProbesSectionProps) {
  const { name, authentication } = connector;
  const titleId = useId();
  const { busy, run } = useAction();
  const [found, setFound] = useState<readonly ProbeDto[]>();
  const [outcome, setOutcome] = useState<CheckOutcome>();
  const [asked, setAsked] = useState(0);
  const running = useRef<AbortController>(undefined);
  const begin = async () => {
    const controller = new AbortController();
    running.current = controller;
    setFound(undefined);
    setOutcome(undefined);
    setAsked((before) => before + 1);
    const result = await run((from) => ask(credentialId, from, controller.signal));
    if (controller.signal.aborted) setOutcome({ stopped: true });
    else if (result?.ok) setFound(result.data.probes);
    else if (result) setOutcome({ error: result.error });
  };
  return (
    <section aria-labelledby={titleId} className="grid min-w-0 gap-3 rounded-tile border bg-surface p-5">
      <h2 className="text-tile font-semibold" id={titleId}>
        What may it read?
      </h2>
      <p className="text-muted">
        That {name} accepts this {authentication.noun} doesn't say what it may read. We can ask for a little of each;
        nothing of it is kept.
      </p>
      <CheckPanel
        check={{ busy, asking: busy ? asked : undefined, outcome, stop: () => running.current?.abort() }}
        connector={connector}
        onRetry={begin}
        unchanged="Nothing has changed."
      />
      <div aria-live="polite" className="empty:absolute">
        {found && !busy ? (
          <ul className="grid gap-1.5">
            {found.map(({ id, result, message }) => (
              <li className="flex items-start gap-2" key={id}>
                <Icon className={`mt-0.5 size-4 shrink-0 ${looks[result].ink}`} name={looks[result].icon} />
                <span>{message}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {busy ? null : (
        <Button className="w-fit" onClick={begin}>
          {asked > 0 ? "Ask again" : "Ask now"}
        </Button>
      )}
    </section>
  );
}
