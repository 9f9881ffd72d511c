import { expect, it } from "vitest";
import { ACCESS, ACCESS_WANTS, type AccessWant, hasAccess } from "./access-dto";
import { can, type Operation } from "./permissions";
import { MEMBER_ROLES } from "./role-dto";

const OPERATIONS: Partial<Record<AccessWant, Operation>> = {
  "data-sources": "data-source:create",
  tokens: "token:list",
  audit: "audit:read",
  settings: "settings:read",
  "deleted-credentials": "credential:restore",
};

it.each(Object.entries(OPERATIONS))(
  "what a request for %s needs is the least role that the table grants it",
  (wants, operation) => {
    const least = MEMBER_ROLES.findLast((role) => can({ role }, operation));
    expect(ACCESS[wants as AccessWant].role).toBe(least);
  },
);

it("nobody can ask to become an owner, and every role has what those below it have", () => {
  for (const wants of ACCESS_WANTS) {
    expect(ACCESS[wants].role).not.toBe("owner");
    expect([hasAccess("owner", wants), hasAccess("viewer", wants)]).toEqual([true, false]);
  }
});
