"use client";

import { type ClipboardEvent, useState } from "react";
import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { CredentialGuide } from "@/components/credentials/add/credential-guide";
import { PlainInput } from "@/components/credentials/add/plain-input";
import { SecretInput } from "@/components/credentials/add/secret-input";
import type { CheckOutcome } from "@/components/credentials/checks/use-check";
import { SENTENCE_ID } from "@/components/credentials/checks/verification-panel";
import { describedBy, Field } from "@/components/ui/field";
import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import { recognisePaste } from "@/lib/connectors/recognise-paste";

type WithValues = FieldValues & { values: CredentialValues };

type ValuesSectionProps<T extends FieldValues> = {
  connector: SignInConnector;
  form: UseFormReturn<T>;
  autoFocus?: boolean;
  /** What was done to the values other than by typing. */
  note: string;
  /** Of the last check: marks the fields that it is about. */
  outcome: CheckOutcome | undefined;
};

type Said = { text: string; isRefusal: boolean };

/** The values of a connector, as its data describes them: fields, pasting that understands, and the guide. */
export function ValuesSection<T extends WithValues>({
  connector,
  form,
  autoFocus = false,
  note,
  outcome,
}: ValuesSectionProps<T>) {
  const [pasted, setPasted] = useState<Said>();
  const said = note ? { text: note, isRefusal: false } : pasted;
  const marked = outcome && "verification" in outcome ? outcome.verification.fields : [];
  const errors = form.formState.errors.values as Record<string, { message?: string } | undefined> | undefined;
  // The plain ones may be there already.
  const firstSecret = connector.authentication.fields.find(({ secret }) => secret);
  const pathOf = (id: string) => `values.${id}` as Path<T>;
  const fill = (id: string, value: string) =>
    form.setValue(pathOf(id), value as PathValue<T, Path<T>>, {
      shouldDirty: true,
      shouldValidate: form.formState.isSubmitted,
    });

  const paste = (id: string) => (event: ClipboardEvent<HTMLInputElement>) => {
    const recognised = recognisePaste(connector, event.clipboardData.getData("text"));
    setPasted(recognised && { text: recognised.notice, isRefusal: recognised.kind === "refused" });
    if (!recognised) return;
    event.preventDefault();
    if (recognised.kind === "values") {
      for (const [field, value] of Object.entries(recognised.values)) fill(field, value);
    } else if (recognised.kind === "text") {
      const input = event.currentTarget;
      input.setRangeText(recognised.text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, "end");
      fill(id, input.value);
    }
  };

  return (
    <fieldset className="grid gap-3 border-t pt-5">
      <legend className="float-left w-full pb-2 text-tile font-semibold">{connector.name} Authentication</legend>
      {connector.authentication.fields.map((field) => {
        const { id, label, help } = field;
        const input = {
          ...describedBy(id, errors?.[id]?.message),
          ...(marked.includes(id) ? { "aria-invalid": true, "aria-describedby": `${id}-help ${SENTENCE_ID}` } : {}),
          ...form.register(pathOf(id)),
          "data-autofocus": autoFocus && id === firstSecret?.id ? true : undefined,
        };
        return (
          <Field error={errors?.[id]?.message} help={help} id={id} key={id} label={label} required>
            {field.secret ? (
              <SecretInput {...input} labelId={`${id}-help`} onPasted={paste(id)} />
            ) : (
              <PlainInput {...input} field={field} onPasted={paste(id)} />
            )}
          </Field>
        );
      })}
      <p
        className={said ? `appear text-meta ${said.isRefusal ? "text-warn" : "text-accent-ink"}` : "sr-only"}
        role="status"
      >
        {said?.text}
      </p>
      <CredentialGuide guide={connector.authentication.guide} />
    </fieldset>
  );
}
