import { SOURCE_SCOPES, TOKEN_SCOPES, type TokenScope } from "./token-dto";
import { isForSources } from "./token-scopes-dto";

/** What each lets a program do, as a choice and in a list. */
export const SCOPE_WORDS: Record<TokenScope, string> = {
  "data-source:list": "See data sources",
  "data-source:read": "Read records, and see reads",
  "data-source:create": "Create data sources",
  "data-source:edit": "Change data sources",
  "data-source:delete": "Delete data sources",
  "credential:list": "See credentials, as tiles show them",
  "credential:read": "See credential pages, with their checks",
  "credential:select": "Use credentials for data sources",
  "credential:create": "Create credentials",
  "credential:verify": "Verify values, typed or stored",
  "credential:edit": "Change name, description and rotation date",
  "credential:replace": "Replace values",
  "credential:rollback": "See versions, and roll back",
  "credential:move": "Move data sources to another credential",
  "credential:own": "Pass on your credentials",
  "credential:transfer": "Pass on other people's credentials",
  "credential:delete": "Delete credentials, even for good",
  "credential:restore": "See and restore deleted credentials",
  "member:list": "See members",
  "notice:list": "Read notices",
  "settings:read": "See settings",
  "audit:read": "Export the audit trail",
  "token:list": "See your tokens",
  "token:revoke": "Revoke your tokens",
  "mcp:use": "Use by an AI assistant (MCP)",
};

const of = (pattern: RegExp): readonly TokenScope[] => TOKEN_SCOPES.filter((scope) => pattern.test(scope));

/** *Choose each*, in groups. */
export const SCOPE_GROUPS: readonly { name: string; scopes: readonly TokenScope[] }[] = [
  { name: "Data sources", scopes: of(/^data-source:/) },
  { name: "Credentials", scopes: of(/^credential:/) },
  { name: "Workspace", scopes: of(/^(member|notice|settings|audit|token):/) },
  { name: "Assistants", scopes: of(/^mcp:/) },
];

const isToLook = (scope: TokenScope) => /:(list|read)$/.test(scope);

/** What *Create token* offers before *Choose each*. Who may not do all of one gets what they may of it. */
export const TOKEN_PRESETS = {
  read: {
    name: "Read records",
    help: "See data sources and read their records.",
    scopes: SOURCE_SCOPES as readonly TokenScope[],
  },
  look: {
    name: "Look at everything, change nothing",
    help: "Everything you can see here, including records. Never a secret.",
    scopes: TOKEN_SCOPES.filter(isToLook),
  },
  manage: {
    name: "Manage credentials and data sources",
    help: "Create, verify, replace, move and delete them, and read their records. Stored secrets stay hidden.",
    scopes: of(/^(credential|data-source):/),
  },
} as const;

export const TOKEN_PURPOSES = ["read", "look", "manage", "each"] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** @param chosen one by one, for *Choose each* */
export const scopesFor = (purpose: TokenPurpose, chosen: readonly TokenScope[]): readonly TokenScope[] =>
  purpose === "each" ? chosen : TOKEN_PRESETS[purpose].scopes;

/** What a token may do, in a few words. */
export function summarizeScopes(scopes: readonly TokenScope[]): string {
  if (isForSources(scopes)) return scopes.includes("data-source:read") ? "Reads records" : "Sees data sources";
  const work = SCOPE_GROUPS.slice(0, 2).flatMap(({ name, scopes: all }) => {
    const changing = all.filter((scope) => !isToLook(scope));
    const has = changing.filter((scope) => scopes.includes(scope)).length;
    if (has === 0) return [];
    return [`${has === changing.length ? "manages" : "works with"} ${name.toLowerCase()}`];
  });
  const words = [
    ...work,
    ...(scopes.includes("token:revoke") ? ["revokes tokens"] : []),
    ...(scopes.includes("mcp:use") ? ["is used by an AI assistant"] : []),
  ].join(", ");
  return words === "" ? "Looks, changes nothing" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}
