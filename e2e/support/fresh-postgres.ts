import pg from "pg";

/** A new database in a cluster: its address. */
export async function freshPostgres(adminUrl: string): Promise<string> {
  const name = `latchkey_${process.pid}_${Date.now()}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
