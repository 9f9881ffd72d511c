"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { inputClass } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { renewWebhookSecretAction, showWebhookSecretAction } from "@/lib/settings/settings-actions";
import type { WebhookSecretDto } from "@/lib/settings/settings-dto";

/** The secret that webhooks are signed with. It comes on request, and is forgotten when it is hidden or left. */
export function SigningSecret() {
  const { busy, failure, run } = useAction();
  const [secret, setSecret] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [copied, setCopied] = useState(false);

  const get = async (action: (from: string) => Promise<ActionResult<WebhookSecretDto>>) => {
    setCopied(false);
    const result = await run(action);
    if (!result) return;
    setAsking(false);
    if (result.ok) setSecret(result.data.secret);
  };
  const copy = async (text: string) => {
    // Browsers refuse it on pages without TLS; the field can still be selected.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done === true);
  };

  return (
    <div className="grid gap-3 border-t pt-5">
      <div className="grid gap-1">
        <h3 className="font-medium">Signing secret</h3>
        <p className="text-meta text-muted">
          Webhook receivers use it to check that a request comes from us. Keep it like a password.
        </p>
      </div>
      {secret === undefined ? null : (
        <div className="flex flex-wrap gap-2">
          <input
            aria-label="Signing secret"
            className={`${inputClass} min-w-0 flex-1 basis-64 font-mono text-meta`}
            onFocus={(event) => event.target.select()}
            readOnly
            value={secret}
          />
          <Button onClick={() => copy(secret)}>{copied ? "Copied" : "Copy"}</Button>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {secret === undefined ? (
          <Button busy={busy && !asking} onClick={() => get(showWebhookSecretAction)}>
            Show signing secret
          </Button>
        ) : (
          <Button onClick={() => setSecret(undefined)}>Hide signing secret</Button>
        )}
        <Button onClick={() => setAsking(true)} variant="danger">
          New signing secret
        </Button>
      </div>
      <Failure error={failure} />
      {asking ? (
        <ConfirmDialog
          busy={busy}
          confirm="Create a new one"
          onClose={() => setAsking(false)}
          onConfirm={() => get(renewWebhookSecretAction)}
          title="Create a new signing secret?"
        >
          <p>From then on we sign webhooks with the new one only. Receivers refuse them until they have it.</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
