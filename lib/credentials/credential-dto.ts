import type { Agreed, CheckDto, VerificationOutcome, VerificationStatus, Whose } from "@/lib/checks/verification-dto";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { RotationDto } from "@/lib/settings/rotation-dto";

/** The longest description, in characters as a person counts them. */
export const DESCRIPTION_MAX = 500;

/** A credential as its admins may know it: no secret value, no ciphertext, no key id. Times are ISO 8601. */
export type CredentialDto = {
  id: string;
  connectorId: string;
  name: string;
  description: string;
  /** The values that are no secret, by field id; as stored, whether or not what is sealed opens beside them. */
  plainValues: CredentialValues;
  ownerId: string;
  ownerName: string;
  status: VerificationStatus;
  /** Of the last check; absent where there was none. */
  outcome?: VerificationOutcome;
  checkedAt?: string;
  verifiedAt?: string;
  /** When it turned FAILED; absent where it is not. */
  failedAt?: string;
  /** FAILED, because the stored values do not open. */
  unreadable?: true;
  /** Whose values are in use, as the provider said; absent where it does not say. */
  whose?: Whose;
  /** The last checks, newest first, at most `CHECKS_SHOWN`. */
  recentChecks: CheckDto[];
  createdAt: string;
  /** Absent where nobody wants its values replaced. */
  rotation?: RotationDto;
  /** Number of data sources that use it. */
  usedBy: number;
  /** Named by an edit, so that it never overwrites a change it has not seen. */
  revision: number;
};

/** What a tile needs, which is all that everyone else in the workspace gets; admins get the rest as well. */
export type CredentialTileDto = Omit<CredentialDto, AdminsOnly> & Partial<Pick<CredentialDto, AdminsOnly>>;
type AdminsOnly = "ownerId" | "outcome" | "recentChecks" | "revision";

export type CredentialDetailsDto = CredentialDto & {
  /** The number of the version whose values are used. */
  version: number;
  valuesChangedAt: string;
};

/** What a save came to: stored, or not stored and why. */
export type SaveCredentialDto<Saved = CredentialDto> =
  | Agreed<{ credential: Saved }>
  | { saved: false; duplicate: DuplicateDto };

/** Without use for so many days, a credential counts as unused. */
export const UNUSED_DAYS = 90;

/** How long a deleted credential can be restored, in days. */
export const DELETED_KEPT_DAYS = 30;

/** A deleted credential, until it is gone for good. */
export type DeletedCredentialDto = {
  id: string;
  name: string;
  connectorId: string;
  deletedAt: string;
  deletedByName: string;
  /** When its sealed values are destroyed. */
  purgeAt: string;
};

/** A page of deleted credentials; `after` is the cursor of the next one. */
export type DeletedPageDto = { credentials: DeletedCredentialDto[]; after?: string };

/** One set of values that a credential has or had; the values themselves are not part of it. */
export type VersionDto = {
  number: number;
  isActive: boolean;
  createdAt: string;
  createdByName: string;
  /** Until then it can be rolled back to; absent for the active one and for one that is destroyed. */
  keptUntil?: string;
  destroyedAt?: string;
};

/** Values that are about to be saved are stored already, or look like an update of stored ones. */
export type DuplicateDto = {
  /** `same-identity`: what names the account is the same, and the rest is not. */
  kind: "same-values" | "same-identity";
  /** Where it is. */
  credential: CredentialDto;
  /** How many more credentials there are like it. */
  others: number;
};

/** `attention`: what needs it first, then what was not verified, then the rest; of each the newest first. */
export type CredentialSort = "attention" | "newest" | "oldest" | "name";

/** What a list shows, as its URL says. */
export type CredentialListQuery = {
  /** Parts of words of name, description and plain values; all of them have to be there. */
  q?: string;
  connectorId?: string;
  status?: VerificationStatus;
  owner?: string;
  /** Only those that no data source used in the last `UNUSED_DAYS`. */
  unused?: "1";
  /** Only those whose values are to be replaced soon, or should have been by now. */
  rotation?: "soon";
  /** `newest` where it is absent. */
  sort?: CredentialSort;
  /** The cursor of an earlier page: what comes after it. */
  after?: string;
};

/** What a data source could use, and no more of it than a choice needs. */
export type CredentialChoicesDto = {
  choices: { id: string; name: string; status: VerificationStatus }[];
  /** There are more than these. */
  hasMore: boolean;
};

export type CredentialPageDto = {
  credentials: CredentialTileDto[];
  /** The cursor of the last one, where more follow. */
  after?: string;
  /** How many there are from this page on, where that was found out by the way. */
  found?: number;
};

/** So many are counted, and no more: a count beyond it says that there are more. */
export const COUNTED_MAX = 1000;

/** What a list has, each counted up to one more than `COUNTED_MAX`. Absent is what was not asked for, or costs too much. */
export type CredentialCountsDto = {
  /** Of the whole workspace. */
  tabs?: Record<"all" | "attention" | "rotation" | "unverified" | "unused", number>;
  /** Those that a filter finds. */
  found?: number;
};
