"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Dialog } from "@/components/ui/dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useAction } from "@/components/ui/use-action";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { replaceCredentialValuesAction } from "@/lib/credentials/credential-actions";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import { OverlayFooter } from "./overlay-footer";
import { useCheck } from "./use-check";
import { ValuesSection } from "./values-section";

type ReplaceValuesProps = {
  connector: Connector;
  credential: CredentialDetailsDto;
  onClose: () => void;
  onSaved: () => void;
};

/** Takes all values anew, verifies them, and swaps. The stored ones stay in use until then, and never come back here. */
export function ReplaceValues({ connector, credential, onClose, onSaved }: ReplaceValuesProps) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./credential-resolvers")).valuesResolver(connector)),
  );
  const form = useForm<{ values: CredentialValues }>({
    resolver,
    defaultValues: { values: Object.fromEntries(connector.authentication.fields.map(({ id }) => [id, ""])) },
  });
  const { busy, run } = useAction();
  const check = useCheck(connector, form, busy);
  const { work, outcome, setOutcome, accept } = check;
  const { id: credentialId, revision } = credential;

  const save = form.handleSubmit(async ({ values }) => {
    if (work) return;
    const accepted = await accept(values);
    if (!accepted) return;
    setOutcome(undefined);
    const { receipt } = accepted;
    const result = await run((from) =>
      replaceCredentialValuesAction(from, { credentialId, revision, values, receipt }),
    );
    if (!result) return;
    if (result.ok && result.data.saved) onSaved();
    else if (result.ok && !result.data.saved) setOutcome(result.data);
    else if (!result.ok && !applyFieldErrors(form, result.error)) setOutcome({ error: result.error });
  });
  return (
    <Dialog
      dirty={form.formState.isDirty}
      onClose={onClose}
      subtitle={
        <p className="text-muted" dir="auto">
          {credential.name}
        </p>
      }
      title="Replace Values"
    >
      <form className="flex min-h-0 flex-1 flex-col" method="post" noValidate onInput={preload} onSubmit={save}>
        <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-6 py-5">
          <p className="text-muted">The stored values stay in use until {connector.name} has accepted the new ones.</p>
          <ValuesSection autoFocus connector={connector} form={form} note={check.note} outcome={outcome} />
        </div>
        <OverlayFooter check={check} connector={connector} onCancel={onClose} onSave={save} saveLabel="Replace" />
      </form>
    </Dialog>
  );
}
