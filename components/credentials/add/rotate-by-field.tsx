import { useId, useRef } from "react";
import type { FieldErrors, FieldValues, Path, UseFormReturn } from "react-hook-form";
import { describedBy, Field, inputClass } from "@/components/ui/field";

type WithDay = FieldValues & { rotateBy?: string | null | undefined };

/** What a date input holds while only part of a date is typed: it says "" then, as it does when it is empty. */
const INCOMPLETE = "incomplete";

/** The day by which someone wants the values replaced. Optional. */
export function RotateByField<T extends WithDay>({ form, autoFocus }: { form: UseFormReturn<T>; autoFocus?: boolean }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const error = (form.formState.errors as FieldErrors<WithDay>).rotateBy?.message as string | undefined;
  const { ref, ...field } = form.register("rotateBy" as Path<T>, {
    setValueAs: (value: unknown) => (input.current?.validity.badInput ? INCOMPLETE : value),
  });
  return (
    <Field
      error={error}
      help="Optional. The workspace is told two weeks before, and when the day has passed without new values."
      id={id}
      label="Rotate by"
    >
      <input
        {...describedBy(id, error)}
        autoComplete="off"
        autoFocus={autoFocus}
        className={`${inputClass} max-w-48`}
        max="2099-12-31"
        min="2000-01-01"
        type="date"
        {...field}
        // Half a date is no change to the browser, and Enter sends it without leaving the field.
        onKeyUp={field.onChange}
        ref={(element) => {
          input.current = element;
          ref(element);
        }}
      />
    </Field>
  );
}
