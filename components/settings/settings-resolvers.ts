import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import * as z from "zod/mini";
import { webhookUrl } from "@/lib/settings/settings-schema";

// Loaded by `useSubmit` only.

const noticesForm = z.object({ webhookUrl, emailNotices: z.boolean() });

export const noticesResolver = (): Resolver<z.input<typeof noticesForm>> => zodResolver(noticesForm);
