"use client";

import { useCallback, useState } from "react";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { credentialOptions } from "@/components/credentials/list/credential-options";
import { Combobox } from "@/components/ui/combobox";
import { describedBy, Field } from "@/components/ui/field";
import { useFound } from "@/components/ui/use-found";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";
import { listCredentialChoicesAction } from "@/lib/credentials/list/credential-choice-actions";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";

export type CredentialChoice = CredentialChoicesDto["choices"][number];

/** The credentials that a source can use: the first by name, and by what is typed all others. The chosen one stays. */
export function useCredentialChoices(connectorId: string, first: CredentialChoicesDto, current: CredentialChoice) {
  const [text, setText] = useState("");
  const find = useCallback(
    (from: string, q: string) => listCredentialChoicesAction(from, { connectorId, q }),
    [connectorId],
  );
  const { found, failure, busy } = useFound(first.hasMore ? text : "", find);
  const [kept, setKept] = useState(current);
  const { choices, hasMore } = found ?? first;
  // What the source uses and what was chosen last are there whatever was searched for.
  const own = kept.id === current.id ? [current] : [kept, current];
  const all = [...own.filter(({ id }) => !choices.some((one) => one.id === id)), ...choices];
  const keep = (id: string) => setKept((before) => all.find((one) => one.id === id) ?? before);
  /** What a combobox shows of it. */
  const offered = {
    options: credentialOptions(found ? choices : all),
    onType: first.hasMore ? setText : undefined,
    isSearching: busy,
    note: failure ?? (hasMore ? "There are more. Type to find them." : undefined),
  };
  return { all, offered, keep };
}

type CredentialFieldProps = {
  choices: ReturnType<typeof useCredentialChoices>;
  control: Control<DataSourceForm>;
  help: string;
  error: string | undefined;
};

/** Which credential the source reads with. */
export function CredentialField({ choices: { all, offered, keep }, control, help, error }: CredentialFieldProps) {
  const { field } = useController({ control, name: "credentialId" });
  const [chosen] = credentialOptions(all.filter(({ id }) => id === field.value));
  return (
    <Field error={error} help={help} id="credentialId" label="Credential" required>
      <Combobox
        {...describedBy("credentialId", error)}
        {...offered}
        chosen={chosen}
        onBlur={field.onBlur}
        onChoose={(id) => {
          keep(id);
          field.onChange(id);
        }}
        placeholder="Choose a credential"
        ref={field.ref}
        required
      />
    </Field>
  );
}
