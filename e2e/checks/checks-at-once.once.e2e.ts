import { builtActions, postAction } from "../support/built-doors";
import { expect } from "../support/fixtures";
import { credentialBody, join, type Person, test } from "../support/people";

// The schedule asks again and again, from the worker's own bundle of the build.
test.use({ settings: { REVERIFY_EVERY_MINUTES: "0.02" } });

const [save] = builtActions().filter(({ name }) => name === "createCredentialAction");
const typed = (who: number) => ({ apiKey: `typed-${who}-${crypto.randomUUID()}`, apiPassword: "any" });

test("I5: through route, action and worker together a provider sees five checks of a workspace at a time, and twenty in all", async ({
  home,
  owner,
}) => {
  test.setTimeout(180_000);
  const people: Person[] = [];
  for (const name of ["Second", "Third", "Fourth", "Fifth"]) {
    const { body } = await owner.post("/workspaces", { name });
    await owner.post("/workspaces/active", { workspaceId: body.workspaceId });
    people.push(await join(owner, "admin"));
  }
  const { data } = (await owner.get("/workspaces")).body;
  const first = data.find(({ name }: { name: string }) => !["Second", "Third", "Fourth", "Fifth"].includes(name));
  await owner.post("/workspaces/active", { workspaceId: first.id });
  for (const name of ["One", "Two", "Three"]) {
    const body = { ...credentialBody(home.clari.pair, name), saveUnverified: true };
    expect((await owner.post("/credentials", body)).status).toBe(201);
  }

  const open = () => home.clari.requests.filter(({ status, abandoned }) => status === null && !abandoned).length;
  /** How many requests were open at the provider at the most. */
  const peakWhile = async (work: () => Promise<unknown>) => {
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, open());
    }, 10);
    await work();
    clearInterval(timer);
    return peak;
  };
  /** What came of each: the code of a refusal, or "asked" where the provider was. */
  const became: Record<"route" | "action", string[]> = { route: [], action: [] };
  const noted = async (kind: "route" | "action", code: Promise<string | undefined>) =>
    void became[kind].push((await code) ?? "asked");
  const byRoute = async (person: Person, who: number) => {
    const { body } = await person.post("/credentials/verify", { connectorId: "clari-copilot", values: typed(who) });
    return body.code;
  };
  const byAction = async (person: Person, workspaceId: string, who: number) => {
    const { result } = await postAction(home.app.url, save ?? { id: "" }, {
      path: "/data-sources/new/clari-copilot",
      cookie: person.cookie,
      args: [workspaceId, { ...credentialBody(typed(who), `Refused ${who}`), formId: crypto.randomUUID() }],
    });
    // A pair that the provider does not accept is saved by nobody: it was asked.
    return result.ok ? undefined : result.error.code;
  };
  /** In turn, so that neither kind takes all the places. */
  const asks = (person: Person, workspaceId: string, ofEach: number) =>
    Array.from({ length: ofEach }, (_, who) => [
      noted("action", byAction(person, workspaceId, who)),
      noted("route", byRoute(person, who)),
    ]).flat();
  // An answer takes long enough for all of them to meet.
  home.clari.behave("slow:5000");
  await expect.poll(open, { timeout: 30_000 }).toBeGreaterThan(0);
  const ofOne = await peakWhile(() => Promise.all(asks(owner, first.id, 13)));
  expect(ofOne).toBeLessThanOrEqual(5);
  expect(ofOne).toBeGreaterThan(2);

  const inAll = await peakWhile(async () => {
    const all = [asks(owner, first.id, 6)];
    for (const person of people) {
      const { activeId } = (await person.get("/workspaces")).body;
      all.push(asks(person, activeId, 6));
    }
    await Promise.all(all.flat());
  });
  expect(inAll).toBeLessThanOrEqual(20);
  expect(inAll).toBeGreaterThan(10);
  for (const kind of ["route", "action"] as const) {
    expect(new Set(became[kind]), kind).toEqual(new Set(["asked", "TOO_MANY_CHECKS"]));
    expect(became[kind].length, kind).toBe(13 + 5 * 6);
  }
  home.clari.behave();
});
