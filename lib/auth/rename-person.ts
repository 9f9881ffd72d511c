import "server-only";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { Member } from "./actor";
import { nameForm } from "./auth-schema";
import { renameUserRow } from "./session-repository";

/** One's own name, as the team sees it. */
export async function renamePerson(actor: Member, input: unknown): Promise<void> {
  await renameUserRow(actor, parseInput(nameForm, input).name);
}
