import "server-only";
import { findConnector } from "@/lib/connectors/registry";
import type { NoticeKind } from "./notice-dto";

/** A notice as it is stored. */
export type StoredNotice = {
  id: string;
  at: Date;
  kind: NoticeKind;
  credentialId: string;
  credentialName: string;
  connectorId: string;
};

export type NoticeWords = {
  /** Goes on after the credential's name; stands alone where there is none. */
  headline: string;
  message: string;
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A moment for places that show no other: "24 Nov 2026, 08:20 UTC". */
export function formatMoment(at: Date): string {
  const [time] = at.toISOString().slice(11).split(".");
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${time?.slice(0, 5)} UTC`;
}

/** The provider's name; the id of a connector that this version does not know. */
export function connectorName(connectorId: string): string {
  return findConnector(connectorId)?.name ?? connectorId;
}

/** The one place that says what each notice reads like. `when` is put after what happened: " on 24 Nov 2026". */
export function noticeWords({ kind, connectorId }: Pick<StoredNotice, "kind" | "connectorId">, when = ""): NoticeWords {
  const provider = connectorName(connectorId);
  const noun = findConnector(connectorId)?.authentication.noun;
  switch (kind) {
    case "credential.failed":
      return {
        headline: "needs attention",
        message: `${provider} stopped accepting ${noun ? `this ${noun}` : "its values"}${when}. ${noun ? `A new ${noun}` : "New values"} may have been generated: replace the values, so that its data sources can go on.`,
      };
    case "credential.recovered":
      return {
        headline: "works again",
        message: `${provider} accepts ${noun ? `this ${noun}` : "its values"} again${when ? `, checked${when}` : ""}. There is nothing left to do.`,
      };
    case "notice.test":
      return {
        headline: "Test notice",
        message: `Someone asked for this test${when}. Notices of this workspace reach you here.`,
      };
  }
}

/** Where a notice leads, as a path of this app; undefined for a test. */
export function noticePath({ kind, credentialId }: Pick<StoredNotice, "kind" | "credentialId">): string | undefined {
  if (kind === "notice.test") return undefined;
  return `/credentials/${credentialId}${kind === "credential.failed" ? "?replace=1" : ""}`;
}
