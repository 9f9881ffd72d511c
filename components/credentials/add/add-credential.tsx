"use client";

import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { aboutTyped } from "@/components/credentials/checks/question";
import { useValuesCheck } from "@/components/credentials/checks/use-values-check";
import { replaceWith } from "@/components/credentials/page/replace-with";
import { ValuesSection } from "@/components/credentials/page/values-section";
import { Dialog } from "@/components/ui/dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { newFormId } from "@/components/ui/new-form-id";
import { Notice } from "@/components/ui/notice";
import { useLater } from "@/components/ui/use-later";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { SignInConnector } from "@/lib/connectors/connector";
import { createCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDto, DuplicateDto } from "@/lib/credentials/credential-dto";
import type { CredentialForm } from "@/lib/credentials/credential-schema";
import { DayPlace } from "./day-place";
import { NameAndDescription } from "./name-and-description";
import { OverlayFooter, OverlayResult } from "./overlay-footer";

type AddCredentialProps = {
  connector: SignInConnector;
  onClose: () => void;
  /** With the answer that it was accepted by; undefined where it was saved without one. */
  onSaved: (credential: CredentialDto, verification: VerificationResult | undefined) => void;
  /** One that is stored already was chosen instead. */
  onSelect: (credential: CredentialDto) => void;
  /** What that is called here. */
  selectLabel?: string;
};

// Where values are stored already is found out while they are checked.
const loadDuplicate = async () => (await import("./duplicate-panel")).DuplicatePanel;

/** The *Add New Credential* overlay. */
export function AddCredential({
  connector,
  onClose,
  onSaved,
  onSelect,
  selectLabel = "Select that one",
}: AddCredentialProps) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () =>
      (await import("@/components/credentials/credential-resolvers")).credentialResolver(connector),
    ),
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
  const formId = useRef(newFormId());
  const check = useValuesCheck(connector, form);
  const Duplicate = useLater(loadDuplicate, check.busy);

  // Of the last save: *Keep both* goes on as it began.
  const unverified = useRef(false);
  const save = (saveUnverified: boolean, keepBoth = false) =>
    form.handleSubmit(async (input) => {
      unverified.current = saveUnverified;
      const question = saveUnverified ? undefined : aboutTyped(connector.id, input.values);
      const envelope = { connectorId: connector.id, formId: formId.current, saveUnverified, keepBoth };
      const saved = await check.store(question, (from, receipt) =>
        createCredentialAction(from, { ...envelope, ...input, receipt }),
      );
      if (saved) onSaved(saved.credential, saved.accepted);
    });

  const replace = async (credential: CredentialDto) => {
    const values = form.getValues("values");
    const saved = await check.store(aboutTyped(connector.id, values), replaceWith(values, credential));
    if (saved) onSaved(saved.credential, saved.accepted);
  };

  return (
    <Dialog
      dirty={isDirty}
      onClose={onClose}
      subtitle={<p className="text-muted">{connector.about ?? connector.name}</p>}
      title="Add New Credential"
    >
      <form className="flex min-h-0 flex-1 flex-col" method="post" noValidate onInput={preload} onSubmit={save(false)}>
        <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
          <NameAndDescription form={form} />
          <DayPlace form={form} />
          <OverlayResult
            check={check}
            connector={connector}
            maySaveUnverified
            onDuplicate={(duplicate: DuplicateDto) =>
              Duplicate ? (
                <Duplicate
                  connector={connector}
                  duplicate={duplicate}
                  onKeepBoth={() => save(unverified.current, true)()}
                  onReplace={replace}
                  onSelect={onSelect}
                  selectLabel={selectLabel}
                />
              ) : (
                <Notice title={`Stored already, as “${duplicate.credential.name}”. Nothing was saved.`} tone="warn" />
              )
            }
            onSave={save(false)}
          />
          <ValuesSection connector={connector} form={form} note={check.note} outcome={check.outcome} />
        </div>
        <OverlayFooter check={check} onSaveUnverified={save(true)} saveLabel="Save" />
      </form>
    </Dialog>
  );
}
