/**
 * What a token can be for, as operations of the table of rights. None of them gives anybody a right, or a way in: that
 * takes a person.
 */
export const TOKEN_SCOPES = [
  "data-source:list",
  "data-source:read",
  "data-source:create",
  "data-source:edit",
  "data-source:delete",
  "credential:list",
  "credential:read",
  "credential:select",
  "credential:create",
  "credential:verify",
  "credential:edit",
  "credential:replace",
  "credential:rollback",
  "credential:move",
  "credential:own",
  "credential:transfer",
  "credential:delete",
  "credential:restore",
  "member:list",
  "notice:list",
  "settings:read",
  "audit:read",
  "token:list",
  "token:revoke",
  "mcp:use",
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What a token is for where nothing is said. Also all that one can be for which is limited to chosen data sources. */
export const SOURCE_SCOPES = ["data-source:list", "data-source:read"] as const satisfies readonly TokenScope[];

/** What a scope cannot do without: whoever asks for it gets these as well. */
export const SCOPE_NEEDS: Partial<Record<TokenScope, readonly TokenScope[]>> = {
  "data-source:create": ["data-source:list", "credential:select"],
  "data-source:edit": ["data-source:list", "credential:select"],
  "data-source:delete": ["data-source:list"],
  "credential:edit": ["credential:read"],
  "credential:replace": ["credential:read"],
  "credential:rollback": ["credential:read"],
  "credential:move": ["credential:read"],
  "credential:own": ["credential:list"],
  "credential:transfer": ["credential:own", "credential:list"],
  "credential:delete": ["credential:read"],
  "credential:restore": ["credential:read"],
  "mcp:use": ["data-source:list", "credential:list"],
};

/** In days. */
export const TOKEN_LIFE = { least: 1, most: 365, usual: 90 } as const;
/** What the form offers, in days. */
export const TOKEN_LIVES = ["7", "30", "90", "365", "never"] as const;
/** How long the value before goes on after a rotation, in hours. */
export const TOKEN_OVERLAP = { most: 168, usual: 24 } as const;
/** What the form offers, in hours. */
export const TOKEN_OVERLAPS = [0, 1, 24, 72, 168] as const;
/** Tokens of one person in one workspace that are neither over nor revoked. */
export const TOKENS_PER_PERSON = 50;
/** Data sources that one token can name. */
export const SOURCES_PER_TOKEN = 200;

/** One value of a token, by its last four characters. Times are ISO 8601. */
export type TokenValueDto = {
  hint: string;
  createdAt: string;
  /** Set by a rotation: it is refused from then on. */
  endsAt?: string;
  usedAt?: string;
  /** The address that it was used from. */
  usedFrom?: string;
};

/** A token that was not revoked. Its value is in none. */
export type TokenDto = {
  id: string;
  name: string;
  isYours: boolean;
  makerName: string;
  /** What it is for, in the order of the list. */
  scopes: TokenScope[];
  /** `gone`: how many of those that it was for are there no more. */
  sources: "every" | { listed: { id: string; name: string }[]; gone: number };
  createdAt: string;
  /** Absent: never. */
  expiresAt?: string;
  isExpired: boolean;
  /** Those that still work, the newest first: two during a rotation. */
  values: TokenValueDto[];
};

/** A page of tokens, the newest first; `after` is the cursor of the next one. */
export type TokenPageDto = { tokens: TokenDto[]; after?: string };

/** What *Create token* offers. */
export type TokenChoicesDto = {
  /** What the person may do themselves, with what that needs. */
  scopes: TokenScope[];
  /** By name. */
  sources: { id: string; name: string }[];
  hasMore: boolean;
  /** The one that an address asks for. */
  chosenId?: string;
};

/** What making or rotating one came to: the only time that its value leaves the server. */
export type TokenShownOnceDto = { id: string; name: string; value: string };
