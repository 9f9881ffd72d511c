import type { Operation } from "./operation";
import { join, newEmail, type Role } from "./people";
import { newName } from "./stage";

// The rows of the table about people, as raw requests.

const everyone: readonly Role[] = ["owner", "admin", "member", "viewer"];
const admins: readonly Role[] = ["owner", "admin"];
const owners: readonly Role[] = ["owner"];

export const memberOperations: readonly Operation[] = [
  { name: "member:list", allowed: everyone, ask: (as) => as.get("/members") },
  { name: "member:invite, the list", allowed: admins, ask: (as) => as.get("/invitations") },
  {
    name: "member:invite",
    allowed: admins,
    ask: (as) => as.post("/invitations", { email: newEmail("invited"), role: "admin" }),
  },
  {
    name: "member:invite, taking it back",
    allowed: admins,
    ask: async (as, stage) => as.delete(`/invitations/${await stage.invitation()}`),
  },
  {
    name: "member:invite, a new link",
    allowed: admins,
    ask: async (as, stage) => as.post(`/invitations/${await stage.invitation()}/new-link`, {}),
  },
  {
    name: "member:leave",
    allowed: everyone,
    // By someone of the same role, who is needed for nothing else.
    ask: async (as, stage) => {
      const { body } = await as.get("/members");
      const own = (body?.data ?? []).find(({ isYou }: { isYou: boolean }) => isYou);
      const leaving = own ? await join(stage.cast.owner, own.role, newName("Leaving")) : as;
      return leaving.post("/workspaces/current/leave", {});
    },
  },
  {
    name: "member:change-role",
    allowed: admins,
    ask: async (as, stage) => as.patch(`/members/${await stage.someone()}`, { role: "member", seen: "viewer" }),
  },
  {
    name: "member:remove",
    allowed: admins,
    ask: async (as, stage) => as.delete(`/members/${await stage.someone()}`),
  },
  {
    name: "member:end-sessions",
    allowed: owners,
    ask: async (as, stage) => as.post(`/members/${await stage.someone()}/end-sessions`),
  },
  {
    name: "owner:manage, inviting one",
    allowed: owners,
    ask: (as) => as.post("/invitations", { email: newEmail("invited"), role: "owner" }),
  },
  {
    name: "owner:manage, making one",
    allowed: owners,
    ask: async (as, stage) => as.patch(`/members/${await stage.someone()}`, { role: "owner", seen: "viewer" }),
  },
  {
    name: "owner:manage, demoting one",
    allowed: owners,
    ask: async (as, stage) => as.patch(`/members/${await stage.someone("owner")}`, { role: "viewer", seen: "owner" }),
  },
  {
    name: "owner:manage, removing one",
    allowed: owners,
    ask: async (as, stage) => as.delete(`/members/${await stage.someone("owner")}`),
  },
  {
    name: "access:request",
    allowed: ["member", "viewer"],
    ask: (as) => as.post("/access-requests", { wants: "audit", note: "For the review." }),
  },
  {
    name: "access:request, withdrawing it",
    allowed: ["member", "viewer"],
    ask: async (as) => {
      const made = await as.post("/access-requests", { wants: "settings" });
      return made.status === 201 ? as.delete(`/access-requests/${made.body.id}`) : made;
    },
  },
  { name: "access:answer, the list", allowed: admins, ask: (as) => as.get("/access-requests") },
  {
    name: "access:answer",
    allowed: admins,
    ask: async (as, { cast }) => {
      const wants = ["tokens", "data-sources", "role-member"];
      // Each can be asked for once a day.
      for (const one of wants) {
        const { status, body } = await cast.viewer.post("/access-requests", { wants: one });
        if (status === 201) return as.post(`/access-requests/${body.id}/dismiss`);
      }
      throw new Error("nothing is left to be asked for");
    },
  },
];
