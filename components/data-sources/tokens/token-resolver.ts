import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { type TokenForm, tokenForm } from "@/lib/auth/tokens/token-schema";

// Loaded by `useSubmit` only.

export const tokenResolver = (): Resolver<TokenForm> => zodResolver(tokenForm);
