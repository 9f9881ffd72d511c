/** One place where a person is signed in. */
export type SessionDto = {
  id: string;
  /** Browser and system, as far as the browser says. */
  device: string;
  peer: string;
  /** ISO 8601 in UTC, like `usedAt`, which is exact to five minutes. */
  signedInAt: string;
  usedAt: string;
  isThisOne: boolean;
};

/** What is shown once when an authenticator app is set up. */
export type AuthenticatorDto = {
  /** A `data:` URL of an SVG. */
  qrCode: string;
  /** The same secret for typing. */
  secret: string;
  /** Each signs in once in place of a code. */
  backupCodes: string[];
};

/** What is shown once when backup codes are made anew. */
export type BackupCodesDto = Pick<AuthenticatorDto, "backupCodes">;

/** A person's own account. */
export type AccountDto = {
  name: string;
  email: string;
  hasPassword: boolean;
  secondFactorIsOn: boolean;
  /** By the workspace that the session is in. */
  secondFactorIsRequired: boolean;
  /** How many backup codes were not used. Undefined without an app, and where they cannot be decrypted any more. */
  backupCodesLeft: number | undefined;
  /** Undefined where the address is proven. */
  toProve: AddressProofDto | undefined;
};

/** How the person can prove their address by themselves. Where they cannot, the operator gives them a link. */
export type AddressProofDto = {
  mail: boolean;
  /** The provider's name. */
  singleSignOn: string | undefined;
};

/** Why someone's workspace lets them in no further than to their own account, and what leads on. */
export type SecondStepNeededDto = {
  workspaceName: string;
  /** What the account has already, and this session did not show. */
  has: { app: boolean; passkey: boolean; singleSignOn: string | undefined };
  /** What it can get at once. */
  mayAdd: { app: boolean; passkey: boolean };
};

/** A passkey in one's own list. */
export type PasskeyDto = {
  id: string;
  name: string;
  /** Kept in sync between the person's devices by their maker. */
  synced: boolean;
  /** ISO 8601 in UTC, like `usedAt`. */
  addedAt: string;
  /** Undefined where it was never used. */
  usedAt: string | undefined;
};
