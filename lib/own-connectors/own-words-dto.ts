import { dayInWords } from "@/lib/platform/moment-words-dto";
import type { OwnConnectorDto } from "./own-connector-dto";

type Defined = Pick<OwnConnectorDto, "definedByName" | "definedAt"> & { definition: { host: string } };

/** Said wherever a connector of one's own is chosen or used, so that nobody takes it for a built-in one. */
export const ownWords = ({ definedByName, definedAt, definition: { host } }: Defined): string =>
  `Defined by ${definedByName} on ${dayInWords(definedAt)}. Values go to ${host} and nowhere else.`;
