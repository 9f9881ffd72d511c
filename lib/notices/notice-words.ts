import "server-only";
import { ACCESS, isAccessWant } from "@/lib/auth/access-dto";
import { ACCOUNT } from "@/lib/auth/doors/return-path";
import { withArticle } from "@/lib/auth/role-dto";
import { findConnector } from "@/lib/connectors/registry";
import { isOwnId } from "@/lib/own-connectors/known-id";
import { dayInWords } from "@/lib/platform/moment-words-dto";
import { isAboutCredential, type NoticeKind } from "./notice-dto";

/** A notice as it is stored. */
export type StoredNotice = {
  id: string;
  at: Date;
  kind: NoticeKind;
  credentialId: string;
  credentialName: string;
  connectorId: string;
  /** Whether the values were ever accepted before. */
  wasVerified: boolean;
  /** The day that a reminder is about. */
  dueOn?: Date | null;
  /** Who asks for access, and for what. */
  personName?: string | null;
  wants?: string | null;
  /** Of a connector of the workspace's own, where it is known: what the provider and its values are called. */
  provider?: Provider;
};

export type Provider = { name: string; noun: string };

/** What the sentence of a notice begins with; empty for a test. */
export const subjectOf = ({ credentialName, personName }: Pick<StoredNotice, "credentialName" | "personName">) =>
  personName ?? credentialName;

export type NoticeWords = {
  /** Goes on after the credential's name; stands alone where there is none. */
  headline: string;
  message: string;
};

/** The provider's name; the id of a connector that this version does not know. */
export function connectorName({ connectorId, provider }: Pick<StoredNotice, "connectorId" | "provider">): string {
  return provider?.name ?? findConnector(connectorId)?.name ?? (isOwnId(connectorId) ? "The provider" : connectorId);
}

/** What has become of the credential since, where that is known. */
export type CredentialNow = "as-told" | "mended" | "changed" | "rescheduled" | "deleted";

const LATER: Record<Exclude<CredentialNow, "as-told">, string> = {
  mended: "It's working again.",
  changed: "Someone has changed its values since.",
  rescheduled: "That day no longer applies.",
  deleted: "The credential has been deleted since.",
};

type When = {
  /** Put after what happened: " on 24 Nov 2026, 08:20 UTC". */
  moment?: string;
  now?: CredentialNow;
  /** Who reads it may not replace values, and asks who may. */
  asks?: boolean;
};

/** The one place that says what each notice reads like. */
export function noticeWords(
  {
    kind,
    connectorId,
    provider: own,
    wasVerified,
    dueOn,
    wants,
  }: Pick<StoredNotice, "kind" | "connectorId" | "provider" | "wasVerified" | "dueOn" | "wants">,
  { moment = "", now = "as-told", asks = false }: When = {},
): NoticeWords {
  const provider = connectorName({ connectorId, ...(own ? { provider: own } : {}) });
  const noun = own?.noun ?? findConnector(connectorId)?.authentication.noun;
  const values = noun ? `this ${noun}` : "its values";
  const goOn = `${asks ? "Ask a workspace admin to replace the values" : "Replace the values"} so its data sources can continue.`;
  switch (kind) {
    case "credential.failed": {
      const advice = `${noun ? `A new ${noun}` : "New values"} may have been generated. ${goOn}`;
      return {
        headline: "needs attention",
        message: `${provider} ${wasVerified ? "stopped accepting" : "didn't accept"} ${values}${moment}. ${now === "as-told" ? advice : LATER[now]}`,
      };
    }
    case "credential.unreadable": {
      const advice = `The stored data was damaged, or its key is missing. ${goOn}`;
      return {
        headline: "can't be read",
        message: `The stored ${noun ?? "values"} couldn't be read${moment}. ${now === "as-told" ? advice : LATER[now]}`,
      };
    }
    case "credential.rotate-soon":
    case "credential.rotate-overdue": {
      const day = dueOn ? dayInWords(dueOn) : "now";
      const isOverdue = kind === "credential.rotate-overdue";
      const replace = `Get ${noun ? `a new ${noun}` : "new values"} from ${provider}, then replace the values here.`;
      const advice = asks ? "Ask a workspace admin to replace them." : replace;
      return {
        headline: isOverdue ? "is overdue for rotation" : "should be rotated soon",
        message: `Its values ${isOverdue ? "should have been" : "should be"} replaced by ${day}. ${now === "as-told" ? advice : LATER[now]}`,
      };
    }
    case "credential.recovered":
      return {
        headline: "works again",
        message: `${provider} accepts ${values} again${moment && `, verified${moment}`}. Nothing left to do.`,
      };
    case "workspace.second-factor-required":
      return {
        headline: "Two-step verification is now required",
        message: `An owner of this workspace required it${moment}. If you sign in with a password alone, set up an authenticator app or a passkey to continue. Tokens keep working.`,
      };
    case "access.requested": {
      const { name, role } = isAccessWant(wants) ? ACCESS[wants] : { name: "something", role: "member" as const };
      return {
        headline: `requested access to ${name}`,
        message: `It needs the role of ${withArticle(role)}. Change their role under Members, or dismiss the request there.`,
      };
    }
    case "notice.test":
      return {
        headline: "Test notice",
        message: `Someone sent this test${moment}. This is where this workspace's notices reach you.`,
      };
  }
}

/** What the link to there says. */
export function linkLabel(kind: NoticeKind, path: string): string {
  if (kind === "access.requested") return "Answer the request";
  if (!isAboutCredential(kind)) return "Open your account";
  return path.endsWith("?replace=1") ? "Replace values" : "Open the credential";
}

/** Whether new values are what helps. */
const asksForValues = (kind: NoticeKind) =>
  kind === "credential.failed" || kind === "credential.unreadable" || kind.startsWith("credential.rotate-");

/** Where a notice leads, as a path of this app; undefined for a test. */
export function noticePath({ kind, credentialId }: Pick<StoredNotice, "kind" | "credentialId">): string | undefined {
  if (kind === "notice.test") return undefined;
  if (kind === "workspace.second-factor-required") return ACCOUNT;
  if (kind === "access.requested") return "/members#access";
  return `/credentials/${credentialId}${asksForValues(kind) ? "?replace=1" : ""}`;
}
