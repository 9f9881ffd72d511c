import type { Operation } from "./operation";
import { type Person, type Role, tokenBody } from "./people";
import { newName } from "./stage";

const users: readonly Role[] = ["owner", "admin", "member"];
const admins: readonly Role[] = ["owner", "admin"];

/** A token of whoever asks; one that they may not create is none. */
async function ownToken(as: Person): Promise<string> {
  const { body } = await as.post("/tokens", tokenBody(newName("Token")));
  return body.id ?? "not-created";
}

/** The rows about tokens, and about what they are for. */
export const tokenOperations: readonly Operation[] = [
  {
    name: "data-source:read",
    allowed: users,
    ask: async (as, stage) => as.get(`/data-sources/${(await stage.dataSource()).id}/records?limit=1`),
  },
  { name: "token:list", allowed: users, ask: (as) => as.get("/tokens") },
  { name: "token:create", allowed: users, ask: (as) => as.post("/tokens", tokenBody(newName("Token"))) },
  {
    name: "mcp:use, giving it to a token",
    allowed: users,
    ask: (as) => as.post("/tokens", { ...tokenBody(newName("Token")), scopes: ["mcp:use"] }),
  },
  {
    name: "token:create, rotating one's own",
    allowed: users,
    ask: async (as) => as.post(`/tokens/${await ownToken(as)}/rotate`, { overlapHours: 0 }),
  },
  {
    name: "token:revoke, one's own",
    allowed: users,
    ask: async (as) => as.delete(`/tokens/${await ownToken(as)}`),
  },
  {
    name: "token:manage, revoking someone else's",
    allowed: admins,
    ask: async (as, stage) => as.delete(`/tokens/${await stage.token()}`),
  },
];
