import * as z from "zod/mini";
import { textSchema } from "@/lib/platform/text-schema";
import { PASSWORD_MIN } from "./auth-dto";

const PASSWORD_MAX = 1024;

/** An address as it is stored: trimmed and in lower case. */
export const email = z.pipe(
  z.pipe(
    z.string("Enter an email address."),
    z.transform((value: string) => value.trim().toLowerCase()),
  ),
  z
    .string()
    .check(
      z.minLength(1, "Enter an email address."),
      z.maxLength(320, "This email address is too long."),
      z.email("Enter an email address like name@example.com."),
    ),
);

/** A new password. Any characters; pasting and password managers work. */
export const newPassword = z
  .string("Enter a password.")
  .check(
    z.minLength(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters. A short sentence is easy to remember.`),
    z.maxLength(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`),
  );

export const ownerForm = z.object({
  token: z
    .string("Enter the set-up token.")
    .check(z.minLength(1, "Enter the set-up token."), z.maxLength(512, "This is not the token.")),
  name: textSchema({ label: "Name", max: 100, required: true }),
  email,
  password: newPassword,
});
export type OwnerForm = z.infer<typeof ownerForm>;

export const signInForm = z.object({
  email,
  password: z
    .string("Enter your password.")
    .check(z.minLength(1, "Enter your password."), z.maxLength(1024, "Enter your password.")),
});
export type SignInForm = z.infer<typeof signInForm>;

const oldPassword = z
  .string("Enter your password.")
  .check(z.minLength(1, "Enter your password."), z.maxLength(PASSWORD_MAX, "Enter your password."));

export const confirmForm = z.object({ password: oldPassword });
export type ConfirmForm = z.infer<typeof confirmForm>;

export const passwordForm = z.object({ current: oldPassword, password: newPassword });
export type PasswordForm = z.infer<typeof passwordForm>;

export const nameForm = z.object({ name: textSchema({ label: "Name", max: 100, required: true }) });
export type NameForm = z.infer<typeof nameForm>;

/** Six figures of an app, or a backup code. */
export const codeForm = z.object({
  code: z.pipe(
    z.pipe(
      z.string("Enter the code."),
      z.transform((value: string) => value.trim()),
    ),
    z.string().check(z.minLength(6, "A code has at least six characters."), z.maxLength(32, "This is not a code.")),
  ),
});
export type CodeForm = z.infer<typeof codeForm>;

export const forgotForm = z.object({ email });
export type ForgotForm = z.infer<typeof forgotForm>;

export const resetForm = z.object({
  token: z.string("Open the link again.").check(z.minLength(1, "Open the link again."), z.maxLength(2048)),
  password: newPassword,
});
export type ResetForm = z.infer<typeof resetForm>;
