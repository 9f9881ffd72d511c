import pg from "pg";
import { cookieOf, expect, test } from "../support/fixtures";
import { credentialBody } from "../support/people";
import { formsOf } from "../support/secret-forms";

test("S5: what a dump of PostgreSQL would hold has no value in any form", async ({ signedIn: page, home }) => {
  const response = await fetch(`${home.app.url}/api/v1/credentials`, {
    method: "POST",
    headers: { cookie: await cookieOf(page), origin: home.app.url },
    body: JSON.stringify({ ...credentialBody(home.clari.pair, "In a dump"), keepBoth: true }),
  });
  expect(response.status).toBe(201);
  const client = new pg.Client({ connectionString: home.databaseUrl });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  expect(tables.length).toBeGreaterThan(15);
  const dumped: Buffer[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${name} t`);
    dumped.push(...rows.map(({ text }) => Buffer.from(text)));
  }
  // Another session's statements are part of what whoever has the database can see.
  const { rows: statements } = await client.query<{ query: string }>("SELECT query FROM pg_stat_activity");
  dumped.push(...statements.map(({ query }) => Buffer.from(query ?? "")));
  await client.end();
  expect(dumped.some((text) => text.includes("In a dump"))).toBe(true);
  for (const value of Object.values(home.clari.pair)) {
    for (const form of formsOf(Buffer.from(value))) expect(dumped.some((text) => text.includes(form))).toBe(false);
  }
});
