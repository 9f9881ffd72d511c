import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { actorNames } from "./actor-names";
import type { AuditOption, AuditOptionsDto } from "./audit-dto";
import {
  findSubjectName,
  listActions,
  listActors,
  listDeletedNames,
  listNewestCredentials,
} from "./audit-options-repository";
import type { AuditFilter } from "./audit-schema";
import { actionLabel, actorWords } from "./audit-words";

const byLabel = (left: AuditOption, right: AuditOption) => left.label.localeCompare(right.label, "en");
const toOption = ({ id, name }: { id: string; name: string }): AuditOption => ({ value: id, label: name });

/** What the trail can be filtered by. The credential that is chosen is among them, however old it is. */
export async function listAuditOptions(actor: Actor, { credential }: AuditFilter): Promise<AuditOptionsDto> {
  authorize(actor, "audit:read");
  const { workspaceId } = actor;
  const [people, names, actions, credentials, deleted] = await Promise.all([
    listActors(workspaceId),
    actorNames(workspaceId),
    listActions(workspaceId),
    listNewestCredentials(workspaceId),
    listDeletedNames(workspaceId),
  ]);
  if (credential && ![...credentials, ...deleted].some(({ id }) => id === credential)) {
    const name = await findSubjectName(workspaceId, credential);
    if (name !== undefined) credentials.push({ id: credential, name });
  }
  return {
    people: people.map((id) => ({ value: id, label: actorWords(id, names.get(id)) })).sort(byLabel),
    actions: actions.map((value) => ({ value, label: actionLabel(value) })).sort(byLabel),
    credentials: credentials.map(toOption).sort(byLabel),
    deletedCredentials: deleted.map(toOption).sort(byLabel),
  };
}
