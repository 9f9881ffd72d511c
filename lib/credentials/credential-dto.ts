import type {
  CheckDto,
  VerificationOutcome,
  VerificationResult,
  VerificationStatus,
} from "@/lib/checks/verification-dto";

/** The limits of what a person writes, in characters as a person counts them. */
export const NAME_MAX = 100;
export const DESCRIPTION_MAX = 500;

/** A credential as its admins may know it: no value, no ciphertext, no key id. Times are ISO 8601. */
export type CredentialDto = {
  id: string;
  connectorId: string;
  name: string;
  description: string;
  ownerId: string;
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

/** What a tile needs, which is all that everyone else in the workspace gets; admins get the rest as well. */
export type CredentialTileDto = Omit<CredentialDto, AdminsOnly> & Partial<Pick<CredentialDto, AdminsOnly>>;
type AdminsOnly = "ownerId" | "outcome" | "recentChecks" | "revision";

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
