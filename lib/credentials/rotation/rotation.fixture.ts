import { listNotices } from "@/lib/credentials/list-notices";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { remindDueRotations } from "./remind-due-rotations";

type Pair = { apiKey: string; apiPassword: string };

export const owner = async () => (await makeWorkspace("owner"))[0] as Member;

/** The worker's duty, as of that moment. */
export const on = (iso: string) => remindDueRotations(new AbortController().signal, new Date(iso));

export async function addDated(actor: Member, name: string, values: Pair, rotateBy?: unknown) {
  const input = { connectorId: "clari-copilot", formId: randomId(), name, description: "", keepBoth: true };
  const result = await createCredential(actor, { ...input, saveUnverified: true, values, rotateBy });
  if (!result.saved) throw new Error("not saved");
  return result.credential;
}

/** Every notice that was made, oldest first: of what, of which kind, and of which day. */
export const told = async () =>
  (await (await prisma()).notice.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] })).map(
    ({ kind, credentialName, dueOn }) => [credentialName, kind, dueOn?.toISOString().slice(0, 10)],
  );

export const newestNotice = async (actor: Member) => (await listNotices(actor)).notices[0];

/** Leaves nothing that the next test could be told of. */
export async function forgetAll(): Promise<void> {
  const client = await prisma();
  await client.notice.deleteMany();
  await client.credential.deleteMany();
}
