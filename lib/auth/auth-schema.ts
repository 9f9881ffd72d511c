import * as z from "zod/mini";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { limitedText, passwordText, textSchema } from "@/lib/platform/text-schema";
import { PASSWORD_MAX, PASSWORD_MIN } from "./auth-dto";

const EMAIL_MAX = 320;

/** An address as it is stored: trimmed and in lower case. */
export const email = z.pipe(
  z.pipe(
    limitedText("Enter an email address.", 2 * EMAIL_MAX, "This email address is too long."),
    z.transform((value: string) => value.trim().toLowerCase()),
  ),
  z
    .string()
    .check(
      z.minLength(1, "Enter an email address."),
      z.maxLength(EMAIL_MAX, "This email address is too long."),
      z.email("Enter an email address like name@example.com."),
    ),
);

/** What people call themselves, and their passkeys. */
export const ownName = textSchema({ label: "Name", max: NAME_MAX, required: true });

const passwordTooLong = `Use at most ${PASSWORD_MAX} characters.`;

/** A new password. Any characters; pasting and password managers work. */
export const newPassword = limitedText("Enter a password.", PASSWORD_MAX, passwordTooLong).check(
  z.minLength(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters. A short phrase is easy to remember.`),
  // One character can stand for eighteen, and it is those that are looked at and hashed.
  z.refine((password) => passwordText(password).length <= PASSWORD_MAX, passwordTooLong),
);

export const ownerForm = z.object({
  token: limitedText("Enter the set-up token.", 512, "This isn't the token.").check(
    z.minLength(1, "Enter the set-up token."),
  ),
  name: ownName,
  email,
  password: newPassword,
});
export type OwnerForm = z.infer<typeof ownerForm>;

const oldPassword = limitedText("Enter your password.", PASSWORD_MAX).check(z.minLength(1, "Enter your password."));

export const signInForm = z.object({
  email,
  password: oldPassword,
  /** The token of a link that lets this browser in. */
  browser: z.optional(limitedText("Open the link again.", 2048)),
});
export type SignInForm = z.infer<typeof signInForm>;

export const confirmForm = z.object({ password: oldPassword });
export type ConfirmForm = z.infer<typeof confirmForm>;

export const passwordForm = z.object({ current: oldPassword, password: newPassword });
export type PasswordForm = z.infer<typeof passwordForm>;

export const nameForm = z.object({ name: ownName });
export type NameForm = z.infer<typeof nameForm>;

/** Six figures of an app, which apps show in two groups, or a backup code. */
export const codeForm = z.object({
  code: z.pipe(
    z.pipe(
      limitedText("Enter the code.", 64, "This isn't a code."),
      z.transform((value: string) => value.replace(/\s/g, "")),
    ),
    z.string().check(z.minLength(6, "A code has at least 6 characters."), z.maxLength(32, "This isn't a code.")),
  ),
});
export type CodeForm = z.infer<typeof codeForm>;

export const forgotForm = z.object({ email });
export type ForgotForm = z.infer<typeof forgotForm>;

export const resetForm = z.object({
  token: limitedText("Open the link again.", 2048).check(z.minLength(1, "Open the link again.")),
  password: newPassword,
});
export type ResetForm = z.infer<typeof resetForm>;
