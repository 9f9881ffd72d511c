import type { CredentialCountsDto } from "@/lib/credentials/credential-dto";
import type { ReadStatus } from "@/lib/reading/reads-dto";
import type { RotationDto } from "@/lib/settings/rotation-dto";

/** How much there is, each counted up to one more than `COUNTED_MAX`. */
export type CountsDto = NonNullable<CredentialCountsDto["tabs"]> & { sources: number };

/** A credential that needs attention. Times are ISO 8601. */
export type FailedCredentialDto = {
  id: string;
  name: string;
  connectorId: string;
  verifiedAt?: string;
  failedAt?: string;
  /** The stored values do not open. */
  unreadable?: true;
  /** Number of data sources. */
  usedBy: number;
};

export type DueRotationDto = { id: string; name: string; connectorId: string; rotation: RotationDto };

/** A data source and how its last read went; without one where it was never read, or the role sees no reads. */
export type SourceStateDto = {
  id: string;
  name: string;
  connectorId: string;
  /** What its connector is called. */
  type: string;
  lastRead?: {
    status: ReadStatus;
    sentence: string;
    startedAt: string;
    /** It ended badly, and not because its credential is refused: that is told of the credential. */
    needsAttention: boolean;
  };
};

/** What is used of a provider's limits, in its day or week that is going on. */
export type ProviderUseDto = {
  connectorId: string;
  name: string;
  /** Absent where the provider counts no day and no week. */
  window?: {
    period: "day" | "week";
    /** By checks, of all workspaces. */
    checks: number;
    checkShare: number;
    /** The credentials of this workspace that most is read with: requests, of `readShare` for each. */
    credentials: { id: string; name: string; requests: number }[];
    readShare: number;
  };
  /** ISO 8601: since when it has not been answering. */
  failingSince?: string;
};

export type SafetyDto = {
  /** Whether you sign in by a password alone. */
  byPasswordAlone: boolean;
  /** How many people here do, of how many; for those who invite people. */
  people?: { byPasswordAlone: number; all: number };
  /** Whether there is a backup of the key that seals; for who owns the installation. */
  keyIsBackedUp?: boolean;
};

export const STEPS = ["credential", "source", "people", "notices", "key", "second-factor"] as const;

/** What a new workspace, or a new person in it, does first. */
export type StepDto = { id: (typeof STEPS)[number]; isDone: boolean };

/** The first screen: what needs attention, and how everything else stands. */
export type OverviewDto = {
  counts: CountsDto;
  /** Some of them, the latest first. */
  failed: FailedCredentialDto[];
  /** Some of those due, the first ones. */
  rotations: DueRotationDto[];
  /** Sources by their last read, the latest first; then those that were never read. */
  sources: SourceStateDto[];
  /** Sources whose last read failed, however long ago the others were read. */
  failedReads: SourceStateDto[];
  /** Those that credentials here are for; for those who see the settings. */
  providers?: ProviderUseDto[];
  safety: SafetyDto;
  /** Until it was put away. */
  checklist?: StepDto[];
};

/** Something that a search found by its name. */
export type FoundDto = { id: string; name: string; connectorId: string };

export type WorkspaceSearchDto = { credentials: FoundDto[]; sources: FoundDto[] };
