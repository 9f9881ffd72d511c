import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field, inputClass } from "./field";

type TextFieldProps = Omit<ComponentProps<"input">, "aria-describedby" | "aria-invalid"> & {
  id: string;
  label: string;
  /** One line under the input. An error stands above it. */
  help?: ReactNode;
  error?: string | undefined;
  /** Beside the label and less than it. */
  aside?: string;
};

/** One line of text with its label, help and error. Takes what `form.register(…)` returns, and any property of an input. */
export function TextField({ id, label, help, error, aside, className = "", ...input }: TextFieldProps) {
  return (
    <Field aside={aside} error={error} help={help} id={id} label={label} required={input.required ?? false}>
      <input {...describedBy(id, error)} className={`${inputClass} ${className}`} {...input} />
    </Field>
  );
}
