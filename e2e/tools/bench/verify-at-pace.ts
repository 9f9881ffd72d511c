import { setTimeout as wait } from "node:timers/promises";
import { BARE, BARE_PATH, type BenchHome } from "./bench-home";
import type { Measured } from "./figure";
import { timed } from "./in-rounds";
import type { Scale } from "./part";
import { median } from "./statistics";

/** A little more than Latchkey keeps between two requests to Clari Copilot (six a second), so that none waits for its place. */
const APART_MS = 175;
/** As many as a workspace may have running at once. */
const IN_A_ROUND = 5;

/**
 * Checks as fast as the pace allows, each begun at its moment whether the one before is done or not. What the provider
 * itself takes is asked for right beside them, over a connection of its own as the app opens one, and taken off.
 */
export async function measureChecks({ home, owner }: BenchHome, { rounds }: Scale): Promise<Measured["figures"]> {
  const asker = owner(IN_A_ROUND);
  const { clari } = home;
  const check = async () => {
    const answer = await asker.post("/api/v1/credentials/verify", { connectorId: "clari-copilot", values: clari.pair });
    const { outcome } = answer.json() as { outcome: string };
    if (outcome !== "accepted") throw new Error(`The check was not accepted: ${outcome}`);
  };
  const headers = { "x-api-key": clari.pair.apiKey, "x-api-password": clari.pair.apiPassword, connection: "close" };
  const provider = () => fetch(`${clari.url}/users`, { headers }).then((response) => response.text());
  const [own, whole, asked, bare]: number[][][] = [[], [], [], []];
  for (let round = -2; round < rounds; round += 1) {
    const ofProvider: number[] = [];
    const ofBare: number[] = [];
    for (let time = 0; time < IN_A_ROUND; time += 1) {
      ofProvider.push(await timed(provider));
      ofBare.push(await timed(() => asker.get(BARE_PATH)));
    }
    const checks = Array.from({ length: IN_A_ROUND }, async (_, index) => {
      await wait(index * APART_MS);
      return timed(check);
    });
    const ofChecks = await Promise.all(checks);
    await wait(APART_MS);
    if (round < 0) continue;
    asked?.push(ofProvider);
    bare?.push(ofBare);
    whole?.push(ofChecks);
    own?.push(ofChecks.map((ms) => ms - median(ofProvider)));
  }
  const beside = `${BARE}, beside checks`;
  return [
    { name: beside, unit: "ms", rounds: bare ?? [], bare: beside },
    { name: "the provider itself", unit: "ms", rounds: asked ?? [], bare: beside },
    { name: "verify, all of it", unit: "ms", rounds: whole ?? [], bare: beside },
    { name: "verify, the provider taken off", unit: "ms", rounds: own ?? [], bare: beside },
  ];
}
