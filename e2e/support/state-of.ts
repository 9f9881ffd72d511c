import type { Answer, Person } from "./people";

/** Everything that someone could have changed, and every event of a change. */
export async function stateOf(owner: Person): Promise<unknown> {
  const lists = "credentials credentials/deleted data-sources settings members invitations keys workspaces".split(" ");
  const state: Answer[] = [];
  for (const list of lists) state.push(await owner.get(`/${list}`));
  const { body } = await owner.get("/audit/export?format=json", { "sec-fetch-site": "same-origin" });
  const isChange = ({ action }: { action: string }) => !["audit.exported", "access.denied"].includes(action);
  return { state, changes: body.events.filter(isChange) };
}
