import { anonymous, test as base, join, type Person } from "./people";

export const ROLES = ["owner", "admin", "member", "viewer", "removed", "anonymous"] as const;
export type Column = (typeof ROLES)[number];

export type Cast = Record<Column, Person>;

export const test = base.extend<object, { cast: Cast }>({
  cast: [
    async ({ owner }, use) => {
      const removed = await join(owner, "admin", "Removed");
      await owner.delete(`/members/${await removed.userId()}`);
      await use({
        owner,
        admin: await join(owner, "admin"),
        member: await join(owner, "member"),
        viewer: await join(owner, "viewer"),
        removed,
        anonymous: anonymous(owner.url),
      });
    },
    { scope: "worker" },
  ],
});
