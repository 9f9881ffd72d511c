import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ErrorDto } from "@/lib/platform/result-dto";

type Values<T extends FieldValues> = Pick<UseFormReturn<T>, "getValues">;

/** What the server said of fields that this form has. Of anything else, an id that came along say, no field can tell. */
export function ownFieldErrors<T extends FieldValues>(form: Values<T>, error: ErrorDto): [FieldPath<T>, string][] {
  const values = form.getValues();
  const all = Object.entries(error.fields ?? {}) as [FieldPath<T>, string][];
  return all.filter(([path]) => Object.hasOwn(values, path.split(".")[0] ?? path));
}

/** Puts the server's field errors beside their fields and the focus on the first. False where it named none. */
export function applyFieldErrors<T extends FieldValues>(form: UseFormReturn<T>, error: ErrorDto): boolean {
  const errors = ownFieldErrors(form, error);
  errors.forEach(([path, message], index) => {
    form.setError(path, { type: "server", message }, { shouldFocus: index === 0 });
  });
  return errors.length > 0;
}
