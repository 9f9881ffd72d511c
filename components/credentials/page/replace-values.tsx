"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { OverlayFooter, OverlayResult } from "@/components/credentials/add/overlay-footer";
import { aboutTyped } from "@/components/credentials/checks/question";
import type { Stranger } from "@/components/credentials/checks/use-check";
import { useValuesCheck } from "@/components/credentials/checks/use-values-check";
import { Dialog } from "@/components/ui/dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import { replaceWith } from "./replace-with";
import { StrangerPanel } from "./stranger-panel";
import { strangerTo } from "./stranger-to";
import { ValuesSection } from "./values-section";

type ReplaceValuesProps = {
  connector: SignInConnector;
  credential: Pick<CredentialDetailsDto, "id" | "name" | "revision" | "whose">;
  /** The plain values in use. */
  plainValues: CredentialValues;
  onClose: () => void;
  onSaved: () => void;
};

/**
 * Takes the secret values anew and the plain ones as they are or changed, verifies all of them, and swaps. The stored ones
 * stay in use until then, and the secret ones never come back here.
 */
export function ReplaceValues({ connector, credential, plainValues, onClose, onSaved }: ReplaceValuesProps) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("@/components/credentials/credential-resolvers")).valuesResolver(connector)),
  );
  const form = useForm<{ values: CredentialValues }>({
    resolver,
    defaultValues: {
      values: Object.fromEntries(connector.authentication.fields.map(({ id }) => [id, plainValues[id] ?? ""])),
    },
  });
  const check = useValuesCheck(connector, form);

  const save = (isMeant: boolean) =>
    form.handleSubmit(async ({ values }) => {
      const replace = replaceWith(values, credential);
      const saved = await check.store(aboutTyped(connector.id, values), async (from, receipt, accepted) => {
        const stranger = isMeant ? undefined : strangerTo(credential.whose, accepted?.whose);
        return stranger ? { ok: true, data: { saved: false, duplicate: stranger } } : replace(from, receipt);
      });
      if (saved) onSaved();
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
      title="Replace values"
    >
      <form className="flex min-h-0 flex-1 flex-col" method="post" noValidate onInput={preload} onSubmit={save(false)}>
        <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-6 py-5">
          <p className="text-muted">The stored values stay in use until {connector.name} has accepted the new ones.</p>
          <OverlayResult
            check={check}
            connector={connector}
            onSave={save(false)}
            onDuplicate={(stranger: Stranger) => (
              <StrangerPanel {...stranger} noun={connector.authentication.noun} onReplace={() => save(true)()} />
            )}
          />
          <ValuesSection autoFocus connector={connector} form={form} note={check.note} outcome={check.outcome} />
        </div>
        <OverlayFooter check={check} saveLabel="Replace" />
      </form>
    </Dialog>
  );
}
