/** The pages of docs/ that the app itself shows, by their file's name. What they are called is each page's own heading. */
export const GUIDES = {
  credentials: { title: "The life of a credential", about: "Replace, roll back, rotate, delete and move." },
  connectors: { title: "Connectors", about: "What you can keep credentials for, and what was tried." },
  "own-connectors": { title: "Your own connectors", about: "Use an API that isn't among them." },
  verification: { title: "What a verification says", about: "Every outcome, what caused it and what to do." },
  "health-checks": { title: "Health checks", about: "When stored credentials are verified again." },
  reading: { title: "Reading a data source", about: "How your programs get the records." },
  notices: { title: "Notices", about: "What you're told, in the app, by webhook and by email." },
  audit: { title: "The audit trail", about: "What's recorded, and how the trail proves itself." },
  roles: { title: "Roles", about: "Who can do what." },
  "sign-in": { title: "Sign-in", about: "Passwords, passkeys, authenticator apps, single sign-on." },
  tokens: { title: "Tokens", about: "What programs send, and what that lets them do." },
  api: { title: "The API", about: "The rules for all operations, and the main job in curl." },
  "command-line": { title: "The command line", about: "Latchkey from a terminal or a script." },
  mcp: { title: "AI assistants (MCP)", about: "What an assistant can look at." },
  keys: { title: "Keys, for operators", about: "Back up, rotate, restore." },
  scaling: { title: "Several instances and their database", about: "Proxies, updates, PostgreSQL." },
  performance: { title: "Performance", about: "What things cost, as measured." },
  security: { title: "Security", about: "What's protected, what isn't, and what proves it." },
} as const;

export type GuideId = keyof typeof GUIDES;

export const isGuide = (id: string): id is GuideId => Object.hasOwn(GUIDES, id);

export const GUIDE_GROUPS: readonly { title: string; ids: readonly GuideId[] }[] = [
  {
    title: "Work with Latchkey",
    ids: [
      "credentials",
      "connectors",
      "own-connectors",
      "verification",
      "health-checks",
      "reading",
      "notices",
      "audit",
      "roles",
      "sign-in",
    ],
  },
  { title: "For programs", ids: ["tokens", "api", "command-line", "mcp"] },
  { title: "For this server's operator", ids: ["keys", "scaling", "performance", "security"] },
];

/** Which guide explains a screen: the first whose path it begins with. */
const OF_SCREENS: readonly (readonly [path: string, guide: GuideId])[] = [
  ["/credentials", "credentials"],
  ["/data-sources/new", "verification"],
  ["/data-sources", "reading"],
  ["/members", "roles"],
  ["/notices", "notices"],
  ["/audit", "audit"],
  ["/settings/own-connectors", "own-connectors"],
  ["/settings/keys", "keys"],
  ["/settings/tokens", "tokens"],
  ["/settings", "health-checks"],
  ["/account", "sign-in"],
  ["/docs/api", "api"],
  ["/overview", "credentials"],
];

export const guideOf = (pathname: string): GuideId | undefined =>
  OF_SCREENS.find(([path]) => pathname === path || pathname.startsWith(`${path}/`))?.[1];
