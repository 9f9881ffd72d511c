import { tokenWords } from "@/lib/auth/tokens/token-words";
import type { Connector } from "@/lib/connectors/connector";
import type { ReadRow } from "./read-rows-repository";
import { readSentence } from "./read-words";
import type { ReadDto, ReadStatus } from "./reads-dto";

/** A read of before whose reader is known by its id alone: the account or the token is gone. */
const NOBODY = "Someone who is no longer here";

export function toReadDto(row: ReadRow, connector: Connector | undefined): ReadDto {
  const { reason, behind, by, token, total, bytes, startedAt, endedAt, since, resume } = row;
  const { id, dataSourceId, door, records, requests, hidden, gone } = row;
  return {
    ...{ id, dataSourceId, door, records, requests, hidden, gone },
    status: row.state.toLowerCase() as ReadStatus,
    ...(reason === null ? {} : { reason }),
    sentence: readSentence(row, connector),
    by: token === null ? (by ?? NOBODY) : tokenWords(token),
    ...(total === null ? {} : { total }),
    bytes: Number(bytes),
    startedAt: startedAt.toISOString(),
    ...(endedAt === null ? {} : { endedAt: endedAt.toISOString() }),
    ...(since === null ? {} : { since: since.toISOString() }),
    ...(resume === null ? {} : { resume: resume.toISOString() }),
    ...(behind === null ? {} : { behind }),
  };
}
