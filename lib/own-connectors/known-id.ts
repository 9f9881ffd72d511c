import { findConnector } from "@/lib/connectors/registry";
import { RECORD_ID } from "@/lib/platform/reference-schema";
import { OWN_PREFIX } from "./own-connector-dto";

export const isOwnId = (id: string): boolean => id.startsWith(OWN_PREFIX);

/** Whether there can be a connector of that id: a built-in one, or one of some workspace's own. */
export const mayBeConnector = (id: string): boolean =>
  isOwnId(id) ? RECORD_ID.test(id) : findConnector(id) !== undefined;
