import { countStatements } from "../support/count-statements";
import { cookieOf, expect, makeOwner, signIn, test } from "../support/fixtures";
import { ifMatch, Person } from "../support/people";
import { freePort, startApp } from "../support/start-app";

// A server of its own, behind something that counts: what each request costs the database.
test.use({ installation: "operator/statements" });

test("a request asks the database no more than it did", async ({ page, home }) => {
  const counter = await countStatements(home.databaseUrl ?? "");
  // The keys of the other server, whose database it is; and nobody who works beside it.
  const app = await startApp({
    ...home.env,
    PORT: String(await freePort()),
    DATABASE_URL: counter.url,
    WORKER: "off",
  });
  try {
    await makeOwner(app.url);
    await signIn(page, app.url);
    const owner = new Person(app.url, await cookieOf(page), "");
    const body = (name: string) => ({
      connectorId: "clari-copilot",
      name,
      description: "",
      values: home.clari.pair,
    });
    const create = async (name: string) => {
      const answer = await owner.post("/credentials", { ...body(name), saveUnverified: true, keepBoth: true });
      expect(answer.status).toBe(201);
      return answer.body;
    };
    const [kept, edited, deleted] = [await create("kept"), await create("edited"), await create("deleted")];
    // To its end: a page is sent while it is still being put together.
    const open = (address: string) => async () => {
      const answer = await fetch(`${app.url}${address}`, { headers: { cookie: owner.cookie } });
      expect(answer.status).toBe(200);
      await answer.text();
    };
    const source = { connectorId: "clari-copilot", values: home.clari.pair };

    const cost: Record<string, () => Promise<unknown>> = {
      health: open("/api/health"),
      "open one": open(`/api/v1/credentials/${kept.id}`),
      list: open("/api/v1/credentials"),
      edit: () =>
        owner.patch(`/credentials/${edited.id}`, { name: "edited", description: "Edited" }, ifMatch(edited.revision)),
      delete: () => owner.delete(`/credentials/${deleted.id}`),
      create: () => create("another"),
      verify: () => owner.post("/credentials/verify", source),
      "page Authenticate": open("/data-sources/new/clari-copilot"),
      "page Credentials": open("/credentials"),
      "page of a credential": open(`/credentials/${kept.id}`),
      "page Data sources": open("/data-sources"),
      "page Overview": open("/overview"),
    };
    const counted: Record<string, number> = {};
    for (const [name, work] of Object.entries(cost)) counted[name] = await counter.during(work);
    expect(counted).toEqual({
      health: 0,
      "open one": 2,
      list: 2,
      edit: 3,
      delete: 3,
      create: 4,
      verify: 6,
      "page Authenticate": 5,
      "page Credentials": 7,
      "page of a credential": 15,
      "page Data sources": 6,
      "page Overview": 16,
    });
  } finally {
    await app.stop();
    counter.close();
  }
});
