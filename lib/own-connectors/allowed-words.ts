import "server-only";
import { customHostEntries } from "@/lib/platform/env";

const SHOWN = 5;

/** Which hosts the operator allows, as a sentence for whoever types one. */
export function allowedWords(): string {
  const entries = customHostEntries();
  if (entries.includes("*")) return "Any public host. Another owner or admin confirms it before its first key.";
  const words = entries.map((entry) => (entry.startsWith(".") ? `any under ${entry.slice(1)}` : entry));
  const more = words.length > SHOWN ? " and others" : "";
  return `This server's operator allows ${words.slice(0, SHOWN).join(", ")}${more}.`;
}
