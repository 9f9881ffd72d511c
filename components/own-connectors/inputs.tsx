import type { ComponentProps, ReactNode } from "react";
import type { FieldPath, UseFormRegisterReturn, UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import type { DefinitionForm } from "./own-form";

export type Place = FieldPath<DefinitionForm>;
type Input = UseFormRegisterReturn & { error: string | undefined };

/** What each part of the form gets of it. */
export type OfForm = { form: UseFormReturn<DefinitionForm>; field: (name: Place) => Input };

type OwnTextProps = Omit<ComponentProps<typeof TextField>, "id" | "form"> & OfForm & { name: Place };

export function OwnText({ form, field, name, ...rest }: OwnTextProps) {
  return <TextField autoComplete="off" id={idOf(name)} spellCheck={false} {...rest} {...field(name)} />;
}

const idOf = (name: Place) => name.replaceAll(".", "-");

type OwnSelectProps = OfForm & {
  name: Place;
  label: string;
  help?: ReactNode;
  required?: boolean;
  options: readonly (readonly [value: string, label: string])[];
};

export function OwnSelect({ field, name, label, help, required = false, options }: OwnSelectProps) {
  const { error, ...input } = field(name);
  return (
    <Field error={error} help={help} id={idOf(name)} label={label} required={required}>
      <select {...describedBy(idOf(name), error)} className={inputClass} required={required} {...input}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

type OwnLinesProps = OfForm & { name: Place; label: string; help?: ReactNode; rows?: number; mono?: boolean };

export function OwnLines({ field, name, label, help, rows = 3, mono = false }: OwnLinesProps) {
  const { error, ...input } = field(name);
  return (
    <Field error={error} help={help} id={idOf(name)} label={label}>
      <textarea
        {...describedBy(idOf(name), error)}
        className={`${inputClass} h-auto py-2 ${mono ? "font-mono text-meta" : ""}`}
        rows={rows}
        {...input}
      />
    </Field>
  );
}

/** A part of the form, with what it is for. */
export function FormPart({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  return (
    <section className="grid grid-cols-1 gap-4 border-t pt-5 first:border-0 first:pt-0">
      <div className="grid gap-1">
        <h2 className="text-tile font-semibold">{title}</h2>
        <p className="text-meta text-muted">{about}</p>
      </div>
      {children}
    </section>
  );
}

type RowFrameProps = {
  /** What there are several of, as a heading. */
  what: "Value" | "Place" | "Endpoint";
  index: number;
  /** Absent where one has to stay. */
  onRemove: (() => void) | undefined;
  children: ReactNode;
};

/** One of several of a kind, with the way to take it away. */
export function RowFrame({ what, index, onRemove, children }: RowFrameProps) {
  const number = index + 1;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3 rounded-tile border p-4">
      <legend className="px-1 text-meta font-medium text-muted">
        {what} {number}
      </legend>
      {children}
      {onRemove ? (
        <Button
          aria-label={`Remove ${what.toLowerCase()} ${number}`}
          className="w-fit"
          onClick={onRemove}
          variant="quiet"
        >
          Remove
        </Button>
      ) : null}
    </fieldset>
  );
}
