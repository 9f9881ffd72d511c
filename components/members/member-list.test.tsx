import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { MemberDto } from "@/lib/members/member-dto";
import { MemberList, type MemberRights } from "./member-list";

const STAYS = "You're the only owner. Give someone else that role first.";
const own: MemberDto = {
  userId: "ada",
  name: "Ada",
  email: "ada@example.com",
  role: "owner",
  joinedAt: "2026-11-24T08:00:00.000Z",
  isYou: true,
  owns: 2,
};
const rights: MemberRights = {
  roles: ["owner", "admin", "member", "viewer"],
  mayRemove: false,
  stays: STAYS,
  mayEndSessions: false,
  mayBeGivenInstallation: false,
};
const draw = (member: MemberDto, today?: string) =>
  renderToStaticMarkup(<MemberList members={[member]} rightsOver={() => rights} successors={[]} today={today} />);

it("the only owner keeps her buttons, which say why they do nothing and stay in the order of the keyboard", () => {
  const html = draw(own);
  const buttons = html.match(/<button[^>]*>/g) ?? [];
  expect(buttons).toHaveLength(2);
  for (const button of buttons) {
    expect(button).toContain('aria-disabled="true"');
    expect(button).toContain('aria-describedby="stays-ada"');
    expect(button).not.toContain(' disabled=""');
  }
  expect(html).toContain(`<p class="text-meta text-muted" id="stays-ada">${STAYS.replace("'", "&#x27;")}</p>`);
});

it("who may know reads when someone was last here, and whether there is a second factor", () => {
  const seen = draw({ ...own, lastSeenOn: "2026-11-28", secondFactor: "off" }, "2026-12-01");
  expect(seen).toContain('<time dateTime="2026-11-28" title="28 Nov 2026">3 days ago</time>');
  expect(seen).toMatch(/<td class="factor text-warn">Off<\/td>/);
  expect(draw({ ...own, lastSeenOn: null, secondFactor: "on" }, "2026-12-01")).toContain('<td class="seen">never</td>');
  expect(draw(own)).not.toContain("Last seen");
});
