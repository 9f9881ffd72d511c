import { readFileSync } from "node:fs";
import { ROLES, test } from "../support/cast";
import { expect } from "../support/fixtures";
import { join } from "../support/people";
import { NOBODYS_HOST, operations } from "../support/role-operations";
import { Stage } from "../support/stage";

// Z1: the table of docs/roles.md, cell by cell through raw requests, never through a screen.
test.use({ settings: { CUSTOM_CONNECTOR_HOSTS: `${NOBODYS_HOST}=http://127.0.0.1:9` } });

for (const { name, allowed, ask } of operations) {
  test(`Z1: ${name}`, async ({ cast, home }) => {
    const stage = new Stage(cast, home.clari.pair);
    for (const role of ROLES) {
      const { status, body } = await ask(cast[role], stage);
      const code = body?.code;
      const cell = `${role} × ${name}: ${JSON.stringify(body ?? null).slice(0, 200)}`;
      if (role === "removed" || role === "anonymous") {
        expect.soft(status, cell).toBe(401);
        expect.soft(code, cell).toBe("NOT_SIGNED_IN");
      } else if (allowed.includes(role)) {
        expect.soft([200, 201, 202, 204], cell).toContain(status);
        stage.usedUp();
      } else {
        expect.soft(status, cell).toBe(403);
        expect.soft(code, cell).toBe("FORBIDDEN");
      }
    }
  });
}

test("Z1: every operation of the table is asked for here, but for those that only the server does", () => {
  const table = readFileSync(new URL("../../docs/roles.md", import.meta.url), "utf8");
  const rows = [...table.matchAll(/^\| `([\w:-]+)` \|[^|]*\|(.*)\|$/gm)].map(([, operation = "", cells = ""]) => {
    const [owner, admin, member, viewer] = cells.split("|").map((cell) => cell.trim() === "yes");
    return { operation, isForPeople: [owner, admin, member, viewer].some(Boolean) };
  });
  expect(rows.length).toBeGreaterThan(30);
  const asked = new Set(operations.flatMap(({ name }) => name.match(/[\w-]+:[\w-]+/g) ?? []));
  expect(rows.filter(({ operation, isForPeople }) => isForPeople && !asked.has(operation))).toEqual([]);
});

test("Z1: another owner who does not own the installation makes no workspace and rotates no keys", async ({
  owner,
}) => {
  const other = await join(owner, "owner", "Second Owner");
  expect((await other.post("/workspaces", { name: "Not mine to make" })).status).toBe(403);
  for (const answer of [other.get("/keys"), other.post("/keys"), other.post("/keys/rotate")])
    expect((await answer).status).toBe(403);
});
