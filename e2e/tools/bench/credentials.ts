import { randomUUID } from "node:crypto";
import type { Asker } from "./asker";

let made = 0;

/** *Save without verifying*: a name that was never there, and values that nobody looks at. */
export function newCredential(name = "Measured"): object {
  made += 1;
  return {
    connectorId: "clari-copilot",
    name: `${name} ${made}`,
    description: "Calls of the European team, fresh every night.",
    values: { apiKey: randomUUID(), apiPassword: randomUUID() },
    saveUnverified: true,
    keepBoth: true,
  };
}

export async function create(owner: Asker): Promise<string> {
  return ((await owner.post("/api/v1/credentials", newCredential())).json() as { id: string }).id;
}

export async function createMany(owner: Asker, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await create(owner));
  return ids;
}
