import { findConnector } from "@/lib/connectors/registry";
import type { AuditEventDto } from "./audit-dto";
import type { AuditRow } from "./audit-repository";
import { actionWords, actorWords, resultWords } from "./audit-words";

/** An event as a sentence, with all that stands behind it. */
export function toAuditEventDto(row: AuditRow, names: ReadonlyMap<string, string>): AuditEventDto {
  const { id, actorId, action, subjectId, fields, previousHash, hash } = row;
  const { words, hasSubject } = actionWords(action);
  const result = resultWords(row.result);
  return {
    id,
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actorId,
    actorName: actorWords(actorId, names.get(actorId)),
    action,
    words,
    subjectId,
    subjectName: hasSubject ? row.subjectName : "",
    ...(result === undefined ? {} : { result }),
    fields,
    ...(row.peer === null ? {} : { peer: row.peer }),
    previousHash,
    hash,
    // Values that were refused before there was a credential are about the type of data source.
    ...(action.startsWith("credential.") && !findConnector(subjectId) ? { credentialId: subjectId } : {}),
  };
}
