"use client";

import type { ComponentProps } from "react";
import { PasswordField } from "@/components/ui/password-field";
import { useLater } from "@/components/ui/use-later";
import { PASSWORD_MIN } from "@/lib/auth/auth-dto";

const loadStrength = async () => (await import("./password-strength")).PasswordStrength;

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordField>, "autoComplete" | "help" | "required"> & {
  /** What is in it now. */
  typed: string;
  /** What is known of the person. */
  person?: readonly string[];
};

/** Where a password is chosen: what it must be is said before it is refused, and how good it is while it is typed. */
export function NewPasswordField({ typed, person = [], ...field }: NewPasswordFieldProps) {
  const Strength = useLater(loadStrength, typed !== "");
  // What was refused is said once.
  const isMeasured = typed !== "" && !field.error;
  return (
    <PasswordField
      autoComplete="new-password"
      help={
        Strength && isMeasured ? <Strength password={typed} person={person} /> : `At least ${PASSWORD_MIN} characters.`
      }
      required
      {...field}
    />
  );
}
