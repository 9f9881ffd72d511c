import "server-only";
import type { Person } from "@/lib/auth/actor";
import { nameForm } from "@/lib/auth/auth-schema";
import { parseInput } from "@/lib/platform/to-error-dto";
import { renameUserRow } from "./session-repository";

/** One's own name, as the team sees it. */
export async function renamePerson(actor: Person, input: unknown): Promise<void> {
  await renameUserRow(actor, parseInput(nameForm, input).name);
}
