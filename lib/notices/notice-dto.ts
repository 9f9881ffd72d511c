/** Where more notices are unread, the bell says only that. */
export const UNREAD_SHOWN = 99;

/** What a workspace is told of. A test is told on request, to see that notices arrive. */
export type NoticeKind =
  | "credential.failed"
  | "credential.unreadable"
  | "credential.recovered"
  | "credential.rotate-soon"
  | "credential.rotate-overdue"
  | "workspace.second-factor-required"
  | "access.requested"
  | "notice.test";

/** Which of them are about a credential. */
export const isAboutCredential = (kind: NoticeKind): boolean => kind.startsWith("credential.");

/** A notice as a page may know it. Times are ISO 8601. */
export type NoticeDto = {
  id: string;
  at: string;
  kind: NoticeKind;
  /** Begins the sentence that `headline` goes on with; absent where it is about none. */
  credentialName?: string;
  /** The same of a request for access: who asks. */
  personName?: string;
  headline: string;
  message: string;
  /** Absent where the credential is gone, or there is none. */
  link?: { href: string; label: string };
  unread: boolean;
};

export type NoticesDto = {
  /** Newest first. */
  notices: NoticeDto[];
  /** Id of the last one, where older ones follow. */
  olderThan?: string;
};

export type DeliveryChannel = "webhook" | "email";

/** A notice on its way to one receiver. */
export type DeliveryDto = {
  id: string;
  /** When the notice was made. */
  at: string;
  /** What it says: "Sales EU needs attention". Of a request for access, who asks. */
  credentialName?: string;
  headline: string;
  channel: DeliveryChannel;
  /** An address, or the host that is posted to. */
  receiver: string;
  state: "delivered" | "waiting" | "given-up";
  tries: number;
  /** Of the last try, as a sentence; absent before the first. */
  result?: string;
  deliveredAt?: string;
  /** When it is tried next; only while it waits. */
  dueAt?: string;
};
