import type {
  CheckDto,
  VerificationOutcome,
  VerificationResult,
  VerificationStatus,
} from "@/lib/checks/verification-dto";

/** The limits of what a person writes, in characters as a person counts them. */
export const NAME_MAX = 100;
export const DESCRIPTION_MAX = 500;

/** A credential as a page may know it: no value, no ciphertext, no key id. Times are ISO 8601. */
export type CredentialDto = {
  id: string;
  connectorId: string;
  name: string;
  description: string;
  ownerName: string;
  status: VerificationStatus;
  /** Of the last check; absent where there was none. */
  outcome?: VerificationOutcome;
  checkedAt?: string;
  verifiedAt?: string;
  /** When it turned FAILED; absent where it is not. */
  failedAt?: string;
  /** The last checks, newest first, at most 30. */
  recentChecks: CheckDto[];
  createdAt: string;
  /** Number of data sources that use it. */
  usedBy: number;
  /** Named by an edit, so that it never overwrites a change it has not seen. */
  revision: number;
};

export type CredentialDetailsDto = CredentialDto & {
  dataSources: { id: string; name: string }[];
  /** How often the values were replaced, plus one. */
  version: number;
  valuesChangedAt: string;
};

/** What a save came to: stored, or not stored and why. */
export type SaveCredentialDto =
  | { saved: true; credential: CredentialDto }
  | { saved: false; verification: VerificationResult };

export type CredentialSort = "newest" | "oldest" | "name";

/** What a list shows, as its URL says. */
export type CredentialListQuery = {
  /** Beginnings of words of name and description; all of them have to be there. */
  q?: string;
  connectorId?: string;
  status?: VerificationStatus;
  ownerId?: string;
  /** Only those that no data source used in the last 90 days. */
  unused?: boolean;
  sort: CredentialSort;
  /** The cursor of an earlier page: what comes after it. */
  after?: string;
};

export type CredentialPageDto = {
  credentials: CredentialDto[];
  /** The cursor of the last one, where more follow. */
  after?: string;
};
