// What the made-up workspace has. Names, so that nothing of it looks like anyone's own.

export type Plan = {
  connectorId: "clari-copilot" | "gong" | "fireflies";
  name: string;
  description: string;
  /** `verified`: accepted as it is saved. `refused`: saved unchecked, then found wrong. */
  state: "verified" | "unverified" | "refused";
  /** Who is named as its owner; the workspace's owner by default. */
  owner?: "admin" | "member";
  /** Days from today. */
  rotateIn?: number;
  /** Endpoints that a data source reads with it, and who made that source. */
  sources?: readonly { endpointId: string; by: "owner" | "admin" | "member" }[];
  /** The values are replaced that often, which leaves older versions. */
  replaced?: number;
  isDeleted?: boolean;
};

const REGIONS = [
  "EMEA",
  "Nordics",
  "DACH",
  "Iberia",
  "UK and Ireland",
  "North America",
  "LATAM",
  "APAC",
  "ANZ",
  "Japan",
];

const plain = (connectorId: Plan["connectorId"], team: string): Plan[] =>
  REGIONS.map((region) => ({
    connectorId,
    name: `${team} ${region}`,
    description: `Calls of the ${team.toLowerCase()} team in ${region}.`,
    state: "verified",
  }));

/** Overrides of single credentials, by name. */
const SPECIAL: Record<string, Partial<Plan>> = {
  "Sales EMEA": {
    sources: [
      { endpointId: "calls", by: "owner" },
      { endpointId: "users", by: "admin" },
    ],
    replaced: 2,
  },
  "Sales DACH": { sources: [{ endpointId: "calls", by: "member" }], owner: "member" },
  "Sales Nordics": { rotateIn: 5, sources: [{ endpointId: "scorecards", by: "admin" }] },
  "Sales Iberia": { state: "refused", description: "The pair that the agency handed over in spring." },
  "Sales Japan": { state: "unverified", description: "" },
  "Sales LATAM": { rotateIn: 12, owner: "admin" },
  "Sales APAC": { sources: [{ endpointId: "topics", by: "member" }] },
  "Support EMEA": { sources: [{ endpointId: "calls", by: "admin" }], replaced: 1 },
  "Support ANZ": { state: "refused" },
  "Support Japan": { state: "unverified" },
  "Support Nordics": { owner: "admin", rotateIn: 1 },
  "Support DACH": { sources: [{ endpointId: "users", by: "member" }], owner: "member" },
  "Support LATAM": { isDeleted: true },
  "Success EMEA": {
    sources: [
      { endpointId: "users", by: "owner" },
      { endpointId: "calls", by: "admin" },
    ],
  },
  "Success APAC": { state: "refused", owner: "admin" },
  "Success UK and Ireland": { rotateIn: 20 },
  "Success Iberia": { state: "unverified" },
  "Success Japan": { isDeleted: true },
  "Research North America": { sources: [{ endpointId: "transcripts", by: "member" }] },
  "Research APAC": { state: "unverified", owner: "admin" },
  "Research LATAM": { isDeleted: true },
};

/** Forty that are kept, and three that were deleted. */
export const PLANS: readonly Plan[] = [
  ...plain("clari-copilot", "Sales"),
  ...plain("clari-copilot", "Support"),
  ...plain("gong", "Success"),
  ...plain("fireflies", "Research"),
  ...["Board reporting", "Enablement", "A very long name that a person in a hurry once pasted from a ticket"].map(
    (name): Plan => ({ connectorId: "clari-copilot", name, description: "", state: "verified" }),
  ),
].map((plan) => ({ ...plan, ...SPECIAL[plan.name] }));
