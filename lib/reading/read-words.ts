import type { Connector } from "@/lib/connectors/connector";
import { counted } from "@/lib/platform/counted-dto";
import type { ReadRow } from "./read-rows-repository";
import { stopWords } from "./stop-words";

const number = new Intl.NumberFormat("en");
const countOf = (records: number) => counted(records, "record").replace(String(records), number.format(records));

type Told = Pick<ReadRow, "state" | "reason" | "records" | "gone" | "total" | "connectorId" | "behind">;

/** How a read is going or how it ended, in a sentence. */
export function readSentence(
  { state, reason, records, gone, total, connectorId, behind }: Told,
  connector: Connector | undefined,
): string {
  const name = connector?.name ?? connectorId;
  const counted = countOf(records);
  switch (state) {
    case "RUNNING":
      return total === null ? `Running: ${counted} so far.` : `Running: ${counted} of ${number.format(total)} so far.`;
    case "COMPLETE":
      if (total !== null && total !== records + gone)
        return `Complete with a difference: ${counted}, but ${name} counted ${number.format(total)} while records changed.`;
      return gone > 0
        ? `Complete: ${counted}; ${number.format(gone)} more were listed but gone.`
        : `Complete: ${counted}.`;
    case "LEFT":
      return `Left by its reader after ${counted}.`;
    case "LOST":
      return `Cut off after ${counted}: the server process reading it ended.`;
    case "FAILED": {
      const words = connector && reason ? stopWords(reason, connector).headline : "It stopped.";
      const where = reason === "too-heavy" && behind ? ` It comes after record ${behind}.` : "";
      return `Stopped after ${counted}. ${words}${where}`;
    }
  }
}
