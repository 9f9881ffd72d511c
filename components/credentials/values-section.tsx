"use client";

import { type ClipboardEvent, useState } from "react";
import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { describedBy, Field } from "@/components/ui/field";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { recognisePaste } from "@/lib/connectors/recognise-paste";
import { CredentialGuide } from "./credential-guide";
import { SecretInput } from "./secret-input";

type WithValues = FieldValues & { values: CredentialValues };

/** The values of a connector, as its data describes them: fields, pasting that understands, and the guide. */
export function ValuesSection<T extends WithValues>({
  connector,
  form,
  autoFocus = false,
}: {
  connector: Connector;
  form: UseFormReturn<T>;
  autoFocus?: boolean;
}) {
  const [notice, setNotice] = useState("");
  const errors = form.formState.errors.values as Record<string, { message?: string } | undefined> | undefined;
  const pathOf = (id: string) => `values.${id}` as Path<T>;
  const fill = (id: string, value: string) =>
    form.setValue(pathOf(id), value as PathValue<T, Path<T>>, {
      shouldDirty: true,
      shouldValidate: form.formState.isSubmitted,
    });

  const paste = (id: string) => (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text");
    const recognised = recognisePaste(connector, text);
    const trimmed = text.trim();
    setNotice("");
    if (recognised) {
      event.preventDefault();
      for (const [field, value] of Object.entries(recognised.values)) fill(field, value);
      setNotice(recognised.notice);
    } else if (/[\r\n]/.test(trimmed)) {
      // A one-line field would join the lines into something that is no value at all.
      event.preventDefault();
      setNotice("What you pasted has several lines and could not be understood, so nothing was filled in.");
    } else if (trimmed !== text) {
      event.preventDefault();
      const input = event.currentTarget;
      input.setRangeText(trimmed, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, "end");
      fill(id, input.value);
      setNotice("Spaces or line breaks around the pasted value were removed.");
    }
  };

  return (
    <fieldset className="grid gap-3 border-t pt-5">
      <legend className="float-left w-full pb-2 text-tile font-semibold">{connector.name} Authentication</legend>
      {connector.authentication.fields.map(({ id, label, help }, index) => (
        <Field error={errors?.[id]?.message} help={help} id={id} key={id} label={label} required>
          <SecretInput
            {...describedBy(id, errors?.[id]?.message)}
            {...form.register(pathOf(id))}
            data-autofocus={autoFocus && index === 0 ? true : undefined}
            labelId={`${id}-help`}
            onPasted={paste(id)}
          />
        </Field>
      ))}
      <p className={notice ? "appear text-meta text-accent-ink" : "sr-only"} role="status">
        {notice}
      </p>
      <CredentialGuide guide={connector.authentication.guide} />
    </fieldset>
  );
}
