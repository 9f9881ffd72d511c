import { type BuiltAction, builtActions, postAction } from "./built-doors";
import type { Answer, Person } from "./people";

const STATUS: Record<string, number> = { NOT_SIGNED_IN: 401, FORBIDDEN: 403 };

/** What only screens do, sent as they do from a workspace; answered as a route would. */
export async function askAction(as: Person, workspaceId: string, name: string, input: unknown): Promise<Answer> {
  const action = builtActions().find((one) => one.name === name) as BuiltAction;
  const sent = { path: "/sign-in", cookie: as.cookie, args: [workspaceId, input] };
  const { result } = await postAction(as.url, action, sent);
  if (result.ok) return { status: 200, body: result.data };
  return { status: STATUS[result.error.code] ?? 422, body: result.error };
}
