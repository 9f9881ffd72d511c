import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/text-field";
import { PASSWORD_MIN } from "@/lib/auth/auth-dto";

/** Where a password is chosen: what it must be is said before it is refused. */
export function NewPasswordField(props: Omit<ComponentProps<typeof TextField>, "help" | "required" | "type">) {
  return (
    <TextField
      autoComplete="new-password"
      help={`At least ${PASSWORD_MIN} characters.`}
      required
      type="password"
      {...props}
    />
  );
}
