import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import {
  type ForgotForm,
  forgotForm,
  type OwnerForm,
  ownerForm,
  type PasswordForm,
  passwordForm,
  resetForm,
  type SignInForm,
  signInForm,
} from "@/lib/auth/auth-schema";

// Loaded by `useSubmit` only.

export const ownerResolver = (): Resolver<OwnerForm> => zodResolver(ownerForm);

export const signInResolver = (): Resolver<SignInForm> => zodResolver(signInForm);

export const forgotResolver = (): Resolver<ForgotForm> => zodResolver(forgotForm);

/** The token comes from the address: who opened the page cannot mend it. */
export const newPasswordResolver = (): Resolver<{ password: string }> =>
  zodResolver(z.pick(resetForm, { password: true }));

export const passwordResolver = (): Resolver<PasswordForm> => zodResolver(passwordForm);
