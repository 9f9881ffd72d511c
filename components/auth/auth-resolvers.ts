import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { type OwnerForm, ownerForm, type SignInForm, signInForm } from "@/lib/auth/auth-schema";

// Loaded by `lazyResolver` only.

export const ownerResolver = (): Resolver<OwnerForm> => zodResolver(ownerForm);

export const signInResolver = (): Resolver<SignInForm> => zodResolver(signInForm);
