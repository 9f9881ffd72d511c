"use client";

import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Dialog } from "@/components/ui/dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { newFormId } from "@/components/ui/new-form-id";
import { useAction } from "@/components/ui/use-action";
import type { Connector } from "@/lib/connectors/connector";
import { createCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import type { CredentialForm } from "@/lib/credentials/credential-schema";
import { NameAndDescription } from "./name-and-description";
import { OverlayFooter } from "./overlay-footer";
import { useCheck } from "./use-check";
import { ValuesSection } from "./values-section";

type AddCredentialProps = { connector: Connector; onClose: () => void; onSaved: (credential: CredentialDto) => void };

/** The *Add New Credential* overlay. */
export function AddCredential({ connector, onClose, onSaved }: AddCredentialProps) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./credential-resolvers")).credentialResolver(connector)),
  );
  const form = useForm<CredentialForm>({
    resolver,
    defaultValues: {
      name: "",
      description: "",
      values: Object.fromEntries(connector.authentication.fields.map(({ id }) => [id, ""])),
    },
  });
  const { isDirty } = form.formState;
  const formId = useRef(newFormId());
  const { busy, run } = useAction();
  const { work, test, outcome, setOutcome } = useCheck(connector.id, form, busy);

  const save = (saveUnverified: boolean) =>
    form.handleSubmit(async (input) => {
      if (work) return;
      setOutcome(undefined);
      const envelope = { connectorId: connector.id, formId: formId.current, saveUnverified };
      const result = await run((from) => createCredentialAction(from, { ...envelope, ...input }));
      if (!result) return;
      if (result.ok && result.data.saved) onSaved(result.data.credential);
      else if (result.ok && !result.data.saved) setOutcome({ verification: result.data.verification });
      else if (!result.ok && !applyFieldErrors(form, result.error)) setOutcome({ error: result.error });
    });

  const inconclusive = outcome && "verification" in outcome && outcome.verification.status === "UNVERIFIED";
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
          <ValuesSection connector={connector} form={form} />
        </div>
        <OverlayFooter
          connector={connector}
          onCancel={onClose}
          onSaveUnverified={inconclusive ? save(true) : undefined}
          onTest={test}
          outcome={outcome}
          saveLabel="Save"
          work={work}
        />
      </form>
    </Dialog>
  );
}
