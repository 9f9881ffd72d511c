import { text } from "node:stream/consumers";
import { shutDown } from "@/lib/platform/process-state.mjs";
import { type Pairs, seedCredential } from "./seed-credentials";
import { seedPeople } from "./seed-people";
import { PLANS } from "./seed-plan";

// Fills a new installation for `npm run dev` and `npm run demo`: everyone of each role, credentials in every state, data
// sources, notices and the trail that all of it leaves. Standard input: what it needs to know, as JSON; secrets are in no
// argument. Standard output: who can sign in.

type Input = { owner: { name: string; email: string; password: string }; token: string; pairs: Pairs };

const { owner, token, pairs } = JSON.parse(await text(process.stdin)) as Input;
try {
  const { people, accounts } = await seedPeople(owner, token);
  for (const plan of PLANS) await seedCredential(plan, people, pairs);
  process.stdout.write(`${JSON.stringify([{ role: "owner", ...owner, password: undefined }, ...accounts])}\n`);
} finally {
  await shutDown();
}
