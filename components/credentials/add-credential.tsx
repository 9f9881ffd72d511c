"use client";

import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Dialog } from "@/components/ui/dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { newFormId } from "@/components/ui/new-form-id";
import { useAction } from "@/components/ui/use-action";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { Connector } from "@/lib/connectors/connector";
import { createCredentialAction, replaceCredentialValuesAction } from "@/lib/credentials/credential-actions";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import type { CredentialForm } from "@/lib/credentials/credential-schema";
import { DuplicatePanel } from "./duplicate-panel";
import { NameAndDescription } from "./name-and-description";
import { OverlayFooter } from "./overlay-footer";
import { RotateByField } from "./rotate-by-field";
import { useCheck } from "./use-check";
import { ValuesSection } from "./values-section";

type AddCredentialProps = {
  connector: Connector;
  onClose: () => void;
  /** With the answer that it was accepted by; undefined where it was saved without one. */
  onSaved: (credential: CredentialDto, verification: VerificationResult | undefined) => void;
  /** One that is stored already was chosen instead. */
  onSelect: (credential: CredentialDto) => void;
};

/** The *Add New Credential* overlay. */
export function AddCredential({ connector, onClose, onSaved, onSelect }: AddCredentialProps) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./credential-resolvers")).credentialResolver(connector)),
  );
  const form = useForm<CredentialForm>({
    resolver,
    defaultValues: {
      name: "",
      description: "",
      rotateBy: "",
      values: Object.fromEntries(connector.authentication.fields.map(({ id }) => [id, ""])),
    },
  });
  const { isDirty } = form.formState;
  const [hasDay, setHasDay] = useState(false);
  const formId = useRef(newFormId());
  const { busy, run } = useAction();
  const check = useCheck(connector, form, busy);
  const { work, outcome, setOutcome, accept } = check;

  // Of the last save: *Keep both* goes on as it began.
  const unverified = useRef(false);
  const save = (saveUnverified: boolean, keepBoth = false) =>
    form.handleSubmit(async (input) => {
      if (work) return;
      unverified.current = saveUnverified;
      // The check is a request of its own, which can be stopped; its receipt spares the provider a second one.
      const accepted = saveUnverified ? undefined : await accept(input.values);
      if (!accepted && !saveUnverified) return;
      setOutcome(undefined);
      const receipt = accepted?.receipt;
      const envelope = { connectorId: connector.id, formId: formId.current, saveUnverified, keepBoth, receipt };
      const result = await run((from) => createCredentialAction(from, { ...envelope, ...input }));
      if (!result) return;
      if (result.ok && result.data.saved) onSaved(result.data.credential, accepted);
      else if (result.ok && !result.data.saved) setOutcome(result.data);
      else if (!result.ok && !applyFieldErrors(form, result.error)) setOutcome({ error: result.error });
    });

  const replace = async ({ id: credentialId, revision }: CredentialDto) => {
    if (work) return;
    const values = form.getValues("values");
    const accepted = await accept(values);
    if (!accepted) return;
    setOutcome(undefined);
    const { receipt } = accepted;
    const result = await run((from) =>
      replaceCredentialValuesAction(from, { credentialId, revision, values, receipt }),
    );
    if (!result) return;
    if (result.ok && result.data.saved) onSaved(result.data.credential, accepted);
    else if (result.ok && !result.data.saved) setOutcome(result.data);
    else if (!result.ok && !applyFieldErrors(form, result.error)) setOutcome({ error: result.error });
  };

  return (
    <Dialog
      dirty={isDirty}
      onClose={onClose}
      subtitle={<p className="text-muted">{connector.name}</p>}
      title="Add New Credential"
    >
      <form className="flex min-h-0 flex-1 flex-col" method="post" noValidate onInput={preload} onSubmit={save(false)}>
        <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
          <NameAndDescription form={form} />
          {hasDay ? (
            <RotateByField autoFocus form={form} />
          ) : (
            <button
              className={
                "w-fit rounded-control text-meta font-medium text-accent-ink underline underline-offset-4 pointer-coarse:py-2"
              }
              onClick={() => setHasDay(true)}
              type="button"
            >
              Set a date to rotate by
            </button>
          )}
          <ValuesSection connector={connector} form={form} note={check.note} outcome={outcome} />
        </div>
        <OverlayFooter
          check={check}
          connector={connector}
          onCancel={onClose}
          onDuplicate={(duplicate) => (
            <DuplicatePanel
              connector={connector}
              duplicate={duplicate}
              onKeepBoth={() => save(unverified.current, true)()}
              onReplace={replace}
              onSelect={onSelect}
            />
          )}
          onSave={save(false)}
          onSaveUnverified={save(true)}
          saveLabel="Save"
        />
      </form>
    </Dialog>
  );
}
