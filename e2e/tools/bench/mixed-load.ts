import { ifMatch } from "../../support/people";
import type { Asker } from "./asker";
import { BARE_PATH } from "./bench-home";
import { create } from "./credentials";

const CREDENTIALS = "/api/v1/credentials";
/** A page among so many requests of programs, and a check among so many. */
const PAGE_EVERY = 50;
const CHECK_EVERY = 400;

/** A client that sends requests of every kind, one after another; it keeps to credentials of its own. */
export async function mixedClient(asker: Asker, values: object): Promise<(turn: number) => Promise<unknown>> {
  const own = await create(asker);
  const doomed: string[] = [];
  let revision = 1;
  const open = () => asker.get(`${CREDENTIALS}/${own}`);
  const edit = async () => {
    const body = { name: `Own ${own}`, description: `${revision}` };
    const answer = await asker.patch(`${CREDENTIALS}/${own}`, body, ifMatch(revision));
    ({ revision } = answer.json() as { revision: number });
  };
  const add = async () => doomed.push(await create(asker));
  const remove = () => {
    const id = doomed.pop();
    return id === undefined ? add() : asker.delete(`${CREDENTIALS}/${id}`);
  };
  const kinds = [
    ...[open, open, open, edit, add, remove],
    ...[CREDENTIALS, CREDENTIALS, "/api/v1/data-sources", BARE_PATH].map((path) => () => asker.get(path)),
  ];
  return async (turn) => {
    if (turn % CHECK_EVERY === 0) return asker.post(`${CREDENTIALS}/verify`, { connectorId: "clari-copilot", values });
    if (turn % PAGE_EVERY === 0)
      return asker.get(turn % (2 * PAGE_EVERY) === 0 ? "/credentials" : "/data-sources/new/clari-copilot");
    return kinds[Math.floor(Math.random() * kinds.length)]?.();
  };
}
