import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import {
  type ForgotForm,
  forgotForm,
  type OwnerForm,
  ownerForm,
  type PasswordForm,
  passwordForm,
  type ResetForm,
  resetForm,
  type SignInForm,
  signInForm,
} from "@/lib/auth/auth-schema";

// Loaded by `lazyResolver` only.

export const ownerResolver = (): Resolver<OwnerForm> => zodResolver(ownerForm);

export const signInResolver = (): Resolver<SignInForm> => zodResolver(signInForm);

export const forgotResolver = (): Resolver<ForgotForm> => zodResolver(forgotForm);

export const resetResolver = (): Resolver<ResetForm> => zodResolver(resetForm);

export const passwordResolver = (): Resolver<PasswordForm> => zodResolver(passwordForm);
