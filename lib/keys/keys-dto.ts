/** A sealing key as owners and the operator see it: never the key itself. */
export type KeyDto = {
  /** Its thumbprint (RFC 7638). */
  id: string;
  /** active: seals and opens. standby: opens, and seals after the next rotation. older: opens what it sealed. missing:
   * named by stored versions, and not in the ring. retired: gone for good. */
  state: "active" | "standby" | "older" | "missing" | "retired";
  /** Stored versions of credentials that it seals. */
  versions: number;
  /** ISO 8601, UTC; when this database saw it first. */
  createdAt: string;
  backupConfirmedAt?: string;
  retiredAt?: string;
};

export type UnreadableDto = { credentialId: string; name: string; version: number; keyId: string };

export type KeyRotationDto = {
  id: string;
  keyId: string;
  isRunning: boolean;
  startedAt: string;
  finishedAt?: string;
  /** Versions to seal again when it started. */
  total: number;
  resealed: number;
  /** Versions a second, over the time that was worked. */
  rate: number;
  /** How many do not open. */
  unreadable: number;
};

export type KeysDto = {
  /** Where the keys are, for example a path. */
  source: string;
  /** Whether keys can be made and retired here, or only by the operator. */
  canWrite: boolean;
  keys: KeyDto[];
  /** The last run, or the one that is going on. */
  rotation?: KeyRotationDto;
  /** Those of the asker's workspace that the last run could not open, 100 at most. */
  unreadable: UnreadableDto[];
};
