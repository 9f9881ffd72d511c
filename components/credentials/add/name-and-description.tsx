import type { FieldErrors, FieldValues, Path, UseFormReturn } from "react-hook-form";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { DESCRIPTION_MAX } from "@/lib/credentials/credential-dto";
import { NAME_MAX } from "@/lib/platform/limits-dto";

type Named = FieldValues & { name: string; description: string };

/** The two fields every credential has, whatever its connector. */
export function NameAndDescription<T extends Named>({ form }: { form: UseFormReturn<T> }) {
  const errors = form.formState.errors as FieldErrors<Named>;
  const nameError = errors.name?.message as string | undefined;
  const descriptionError = errors.description?.message as string | undefined;
  return (
    <>
      <TextField
        error={nameError}
        help={`How your team will know it. Up to ${NAME_MAX} characters.`}
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
        help={`Recommended, not required: what it is for, and how fresh its data is. Up to ${DESCRIPTION_MAX} characters.`}
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
