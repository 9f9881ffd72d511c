import type { ComponentProps } from "react";
import { describedBy, Field } from "./field";
import { HiddenInput } from "./hidden-input";
import type { TextField } from "./text-field";

/** A `TextField` for a password, which can be shown. */
export function PasswordField({
  id,
  label,
  help,
  error,
  aside,
  ...input
}: Omit<ComponentProps<typeof TextField>, "type">) {
  return (
    <Field aside={aside} error={error} help={help} id={id} label={label} required={input.required ?? false}>
      <HiddenInput {...describedBy(id, error)} label={label.toLowerCase()} {...input} />
    </Field>
  );
}
