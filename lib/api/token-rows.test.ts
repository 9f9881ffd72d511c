import { expect, it } from "vitest";
import { TOKEN_SCOPES } from "@/lib/auth/tokens/token-dto";
import { operations } from "./operations";

it("Z1: tokens can call what is a scope, and people alone what is none", () => {
  const scopes: readonly string[] = TOKEN_SCOPES;
  const asking = operations.flatMap((row) =>
    row.access !== "anyone" && row.permission ? [{ id: row.id, access: row.access, permission: row.permission }] : [],
  );
  expect(asking.length).toBeGreaterThan(40);
  for (const { id, access, permission } of asking)
    expect(access, `${id}: ${permission}`).toBe(scopes.includes(permission) ? "token" : "person");
});
