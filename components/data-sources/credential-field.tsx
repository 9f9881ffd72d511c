"use client";

import { type KeyboardEvent, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { CredentialOptions } from "@/components/credentials/list/credential-options";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { SearchField } from "@/components/ui/search-field";
import { useAction } from "@/components/ui/use-action";
import type { CredentialChoicesDto } from "@/lib/credentials/credential-dto";
import { listCredentialChoicesAction } from "@/lib/credentials/list/credential-choice-actions";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";

export type CredentialChoice = CredentialChoicesDto["choices"][number];

/** The credentials that a source can use: the first by name, and by a search all others. The chosen one stays. */
export function useCredentialChoices(connectorId: string, first: CredentialChoicesDto, current: CredentialChoice) {
  const { busy, failure, run } = useAction();
  const [{ choices, hasMore }, setFound] = useState(first);
  const [kept, setKept] = useState(current);
  const search = async (q: string) => {
    const result = await run((from) => listCredentialChoicesAction(from, { connectorId, q }));
    if (result?.ok) setFound(result.data);
  };
  // What the source uses and what was chosen last are there whatever was searched for.
  const own = kept.id === current.id ? [current] : [kept, current];
  const all = [...own.filter(({ id }) => !choices.some((one) => one.id === id)), ...choices];
  const keep = (id: string) => setKept((before) => all.find((one) => one.id === id) ?? before);
  return { all, hasMore, isLong: first.hasMore, busy, failure, search, keep };
}

type CredentialFieldProps = {
  choices: ReturnType<typeof useCredentialChoices>;
  input: UseFormRegisterReturn;
  help: string;
  error: string | undefined;
};

/** Which credential the source reads with. */
export function CredentialField({ choices, input, help, error }: CredentialFieldProps) {
  const { all, hasMore, isLong, busy, failure, search } = choices;
  const [text, setText] = useState("");
  const find = () => void search(text.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Else it would send the form around it.
    event.preventDefault();
    find();
  };
  return (
    <div className="grid gap-2">
      <Field error={error} help={help} id="credentialId" label="Credential" required>
        <select {...describedBy("credentialId", error)} className={inputClass} required {...input}>
          <CredentialOptions choices={all} />
        </select>
      </Field>
      {isLong ? (
        <div className="grid gap-2">
          <div className="flex gap-2">
            <SearchField
              label="Search credentials"
              maxLength={SEARCH_MAX}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
              value={text}
            />
            <Button busy={busy} onClick={find}>
              Search
            </Button>
          </div>
          <p className="text-meta text-muted" role="status">
            {hasMore ? "There are more. Search for the one you need." : null}
          </p>
          <Failure error={failure} />
        </div>
      ) : null}
    </div>
  );
}
