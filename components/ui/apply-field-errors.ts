import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** Puts the server's field errors beside their fields and the focus on the first. False where it named none. */
export function applyFieldErrors<T extends FieldValues>(form: UseFormReturn<T>, error: ErrorDto): boolean {
  const entries = Object.entries(error.fields ?? {});
  entries.forEach(([path, message], index) => {
    form.setError(path as FieldPath<T>, { type: "server", message }, { shouldFocus: index === 0 });
  });
  return entries.length > 0;
}
