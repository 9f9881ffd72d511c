"use client";

import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { CredentialGuide } from "@/components/credentials/add/credential-guide";
import { PlainInput } from "@/components/credentials/add/plain-input";
import { SecretInput } from "@/components/credentials/add/secret-input";
import { SENTENCE_ID } from "@/components/credentials/checks/check-sentence";
import type { CheckOutcome } from "@/components/credentials/checks/use-check";
import { describedBy, Field, STAR } from "@/components/ui/field";
import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import { usePaste } from "./use-paste";

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

/** The values of a connector, as its data describes them: fields, pasting that understands, and the guide. */
export function ValuesSection<T extends WithValues>({
  connector,
  form,
  autoFocus = false,
  note,
  outcome,
}: ValuesSectionProps<T>) {
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

  const { said: pasted, paste, preload } = usePaste(connector, fill);
  const said = note ? { text: note, isRefusal: false } : pasted;

  return (
    <fieldset className="grid gap-3 border-t pt-5" onFocus={preload}>
      <legend className="float-left w-full pb-2 text-tile font-semibold">{connector.name} Authentication</legend>
      {connector.authentication.fields.map((field, index) => {
        const { id, label, help } = field;
        const input = {
          ...describedBy(id, errors?.[id]?.message),
          ...(marked.includes(id) ? { "aria-invalid": true, "aria-describedby": `${id}-help ${SENTENCE_ID}` } : {}),
          ...form.register(pathOf(id)),
          "data-autofocus": autoFocus && id === firstSecret?.id ? true : undefined,
        };
        return (
          <Field
            aside={autoFocus && index === 0 ? STAR : undefined}
            error={errors?.[id]?.message}
            help={help}
            id={id}
            key={id}
            label={label}
            required={!field.optional}
          >
            {field.secret ? (
              <SecretInput {...input} label={label} onPasted={paste(id)} />
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
      <CredentialGuide guide={connector.authentication.guide} values={form.watch("values" as Path<T>)} />
    </fieldset>
  );
}
