import { describe, expect, it } from "vitest";
import type { AuditRow } from "./audit-repository";
import { toAuditEventDto } from "./to-audit-event-dto";

const row = { subjectId: "1", subjectName: "Sales APAC", actorId: "ada", fields: [], peer: null, at: new Date(0) };
/** The whole sentence, as the page puts it together. */
function sentence(action: string, result: string, subjectName = row.subjectName): string {
  const event = { ...row, id: "1", seq: 1n, action, result, subjectName, previousHash: "", hash: "" };
  const dto = toAuditEventDto(event as unknown as AuditRow, new Map([["ada", "Ada"]]));
  return `${dto.actorName} ${dto.words}${dto.subjectName ? ` ${dto.subjectName}` : ""}${dto.end}`;
}

describe("L1: an event reads as someone would say it", () => {
  it.each([
    ["credential.created", "accepted", "Ada added Sales APAC (verified)"],
    ["credential.created", "not-checked", "Ada added Sales APAC (not verified)"],
    ["credential.created", "provider-error", "Ada added Sales APAC (not verified: provider error)"],
    [
      "credential.replaced",
      "accepted-with-warning",
      "Ada replaced the values of Sales APAC (verified, with a warning)",
    ],
    ["credential.rolled-back", "accepted", "Ada rolled back the values of Sales APAC (verified)"],
    ["credential.verified", "accepted", "Ada verified Sales APAC"],
    ["credential.verified", "refused", "Ada verified Sales APAC: not accepted"],
    ["credential.verified", "timed-out", "Ada couldn't verify Sales APAC: timed out"],
    ["credential.delete-refused", "in-use", "Ada tried to delete Sales APAC: in use"],
    ["credential.replace-refused", "refused", "Ada tried to replace the values of Sales APAC: not accepted"],
    ["credential.edited", "ok", "Ada edited Sales APAC"],
    ["member.joined", "admin", "Ada joined as admin"],
    ["member.joined", "ok", "Ada joined the workspace"],
    ["session.started", "passkey", "Ada signed in with a passkey"],
    ["session.refused", "refused", "Ada tried to sign in: refused"],
    ["session.refused", "code-refused", "Ada tried to sign in: wrong code"],
    ["audit.verified", "does-not-hold", "Ada verified the audit trail: not intact"],
    ["token.refused", "expired", "Ada was refused: expired"],
  ])("%s, %s", (action, result, expected) => expect(sentence(action, result)).toBe(expected));

  it("names the role, and what someone was refused", () => {
    expect(sentence("member.invited", "viewer", "bob@example.com")).toBe("Ada invited bob@example.com as viewer");
    expect(sentence("member.role-changed", "admin", "Bob")).toBe("Ada changed the role of Bob to admin");
    expect(sentence("access.denied", "denied", "credential:delete")).toBe("Ada was refused: deleting a credential");
    expect(sentence("access.denied", "denied", "settings:read")).toBe("Ada was refused: settings read");
  });

  it("of another version still reads", () => {
    expect(sentence("robot.arm-painted", "half-done")).toBe("Ada (robot arm painted) Sales APAC: half done");
  });
});
