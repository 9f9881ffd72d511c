// What a key, a ring of keys and the place they are kept in are.

export type SealingKey = {
  /** RFC 7638 thumbprint. */
  id: string;
  /** 32 bytes. */
  secret: Uint8Array;
};

export type KeyRing = {
  active: SealingKey;
  /** Every key by id, in the order of its source: the active one first. */
  byId: ReadonlyMap<string, SealingKey>;
  /** Where the keys came from, for messages. */
  source: string;
};

/** Where the keys of a ring are kept. Keys are texts of 32 bytes, the first one active. */
export type KeyProvider = {
  kind: "environment" | "file" | "aws-kms";
  /** Where it looks, for messages: the name of a variable, or a path. Never a key. */
  source: string;
  /** Another text as soon as the keys may be others; cheap, and asked often. */
  version(): string;
  /** Undefined where there are none. Throws KeyRingUnusable where it cannot be said, for example in an outage. */
  read(): Promise<string[] | undefined>;
  /** Makes the first ring. Never overwrites one. Absent where only the operator can. */
  create?(keys: readonly string[]): Promise<void>;
  /** Replaces the ring in one step. Absent where only the operator can. */
  write?(keys: readonly string[]): Promise<void>;
};
