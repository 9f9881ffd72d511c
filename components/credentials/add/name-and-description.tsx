import type { FieldErrors, FieldValues, Path, UseFormReturn } from "react-hook-form";
import { charactersLeft } from "@/components/ui/characters-left";
import { describedBy, Field, inputClass, STAR } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { DESCRIPTION_MAX } from "@/lib/credentials/credential-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";

type Named = FieldValues & { name: string; description: string };

/** The two fields every credential has, whatever its connector. */
export function NameAndDescription<T extends Named>({ form }: { form: UseFormReturn<T> }) {
  const errors = form.formState.errors as FieldErrors<Named>;
  const nameError = errors.name?.message as string | undefined;
  const descriptionError = errors.description?.message as string | undefined;
  const left = (field: keyof Named, max: number) =>
    charactersLeft(form.watch(field as Path<T>), max) ?? `Up to ${max} characters.`;
  return (
    <>
      <TextField
        aside={STAR}
        error={nameError}
        help={`A name your team will recognize. ${left("name", NAME_MAX)}`}
        id="name"
        label="Credential Name"
        autoComplete="off"
        data-autofocus
        dir="auto"
        required
        {...form.register("name" as Path<T>)}
      />
      <Field
        error={descriptionError}
        help={`Recommended, not required. What it's for and how fresh its data is. ${left("description", DESCRIPTION_MAX)}`}
        id="description"
        label="Credential Description"
      >
        <textarea
          {...describedBy("description", descriptionError)}
          className={`${inputClass} min-h-20`}
          dir="auto"
          rows={3}
          {...form.register("description" as Path<T>)}
        />
      </Field>
    </>
  );
}
