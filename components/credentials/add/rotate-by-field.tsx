import { useId, useRef } from "react";
import type { FieldErrors, FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { dayIn } from "@/lib/settings/rotation-dto";

type WithDay = FieldValues & { rotateBy?: string | null | undefined };

/** What a date input holds while only part of a date is typed: it says "" then, as it does when it is empty. */
const INCOMPLETE = "incomplete";

/** In how many days: what most choose. */
const USUAL = [30, 60, 90] as const;

type RotateByFieldProps<T extends WithDay> = {
  form: UseFormReturn<T>;
  autoFocus?: boolean;
  /** Where the field itself goes with its date. */
  onCleared?: () => void;
};

/** The day by which someone wants the values replaced. Optional. */
export function RotateByField<T extends WithDay>({ form, autoFocus, onCleared }: RotateByFieldProps<T>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const path = "rotateBy" as Path<T>;
  const error = (form.formState.errors as FieldErrors<WithDay>).rotateBy?.message as string | undefined;
  const { ref, ...field } = form.register(path, {
    setValueAs: (value: unknown) => (input.current?.validity.badInput ? INCOMPLETE : value),
  });
  const set = (day: string) => {
    // Also what is no whole date yet, which the browser keeps to itself.
    if (input.current) input.current.value = day;
    form.setValue(path, day as PathValue<T, Path<T>>, { shouldDirty: true, shouldValidate: true });
    input.current?.focus();
  };
  const clear = () => {
    set("");
    onCleared?.();
  };
  const isSet = Boolean(form.watch(path));
  return (
    <Field
      error={error}
      help="Optional. We'll remind everyone two weeks before, and again if it's overdue."
      id={id}
      label="Rotate by"
    >
      <div className="flex gap-2">
        <input
          {...describedBy(id, error)}
          autoComplete="off"
          autoFocus={autoFocus}
          className={`${inputClass} max-w-48`}
          max="2099-12-31"
          min={dayIn(0)}
          type="date"
          {...field}
          // Half a date is no change to the browser, and Enter sends it without leaving the field.
          onKeyUp={field.onChange}
          ref={(element) => {
            input.current = element;
            ref(element);
          }}
        />
        {isSet || onCleared ? (
          <Button aria-label="Clear the date" onClick={clear} variant="quiet">
            Clear
          </Button>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-x-4">
        {USUAL.map((days) => (
          <button
            className="rounded-control text-meta font-medium text-accent-ink underline underline-offset-4 pointer-coarse:py-2"
            key={days}
            onClick={() => set(dayIn(days))}
            type="button"
          >
            In {days} days
          </button>
        ))}
      </div>
    </Field>
  );
}
