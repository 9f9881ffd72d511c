import type { AnyConnector } from "@/lib/connectors/database-connector";
import { databaseWords } from "./database-words";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { Words } from "./unanswered-words";

/** What is said of a judgement, by the kind of what was asked. */
export function wordsOf(connector: AnyConnector, judgement: Judgement): Words {
  return connector.kind === "database"
    ? databaseWords[judgement.outcome](connector, judgement)
    : outcomeTable[judgement.outcome].words(connector, judgement);
}
