import { mayBeConnector } from "@/lib/own-connectors/known-id";
import type { AuditEventDto } from "./audit-dto";
import type { AuditRow } from "./audit-repository";
import { actionWords, actorWords, deniedWords } from "./audit-words";
import { sentenceEnd } from "./sentence-end";

/** What stands behind who acted. */
function sentenceOf({ action, subjectName, result }: AuditRow): Pick<AuditEventDto, "words" | "subjectName" | "end"> {
  const { words, hasSubject } = actionWords(action);
  if (action === "access.denied") return { words, subjectName: "", end: `: ${deniedWords(subjectName)}` };
  return { words, subjectName: hasSubject ? subjectName : "", ...sentenceEnd(action, result) };
}

/** An event as a sentence, with all that stands behind it. */
export function toAuditEventDto(row: AuditRow, names: ReadonlyMap<string, string>): AuditEventDto {
  const { id, actorId, action, subjectId, fields, previousHash, hash } = row;
  return {
    id,
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actorId,
    actorName: actorWords(actorId, names.get(actorId)),
    action,
    ...sentenceOf(row),
    subjectId,
    fields,
    ...(row.peer === null ? {} : { peer: row.peer }),
    previousHash,
    hash,
    // Values that were refused before there was a credential are about the type of data source.
    ...(action.startsWith("credential.") && !mayBeConnector(subjectId) ? { credentialId: subjectId } : {}),
  };
}
