import { expect, it } from "vitest";
import { type Operation, permissions, refusedAction } from "@/lib/auth/permissions";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";
import { actionLabel, actionWords } from "./audit-words";

it("L1: whatever people may be refused to change has words in the trail", () => {
  const operations = Object.keys(permissions) as Operation[];
  const changing = operations.filter((operation) => {
    const roles: readonly string[] = permissions[operation];
    return MEMBER_ROLES.some((role) => roles.includes(role)) && !/:(list|read)$/.test(operation);
  });
  expect(changing.length).toBeGreaterThan(20);
  for (const action of changing.map(refusedAction)) {
    expect(actionWords(action).words, action).toMatch(/^tried to /);
    expect(actionLabel(action), action).toMatch(/: refused$/);
  }
});
