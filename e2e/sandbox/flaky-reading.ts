import { seededRandom } from "./seeded-random";

/** Shares from 0 to 1 of all requests with the right pair; the same seed gives the same faults for the same requests. */
export type FlakyOptions = {
  /** 429, with Retry-After in seconds and as a date in turn. */
  tooMany?: number;
  /** 502 with a page for people. */
  badGateway?: number;
  /** Half of the answer: by a reset, an end, an end without a length in turn. */
  cut?: number;
  /** How long Retry-After lets wait; a second by default. */
  waitSeconds?: number;
};

/** Names the fault for the next request, or none. */
export function flakyReading(options: FlakyOptions, seed: number): () => string | undefined {
  const { tooMany = 0, badGateway = 0, cut = 0, waitSeconds = 1 } = options;
  const random = seededRandom(seed + 29);
  const turns = [
    { share: tooMany, faults: [`429:${waitSeconds}`, `429:date:${waitSeconds}`] },
    { share: badGateway, faults: ["html:502"] },
    { share: cut, faults: ["cut", "cut:end", "cut:chunked"] },
  ].map((turn) => ({ ...turn, times: 0 }));
  return () => {
    let roll = random.integer(0, 999_999) / 1_000_000;
    for (const turn of turns) {
      if (roll < turn.share) {
        turn.times += 1;
        return turn.faults[(turn.times - 1) % turn.faults.length];
      }
      roll -= turn.share;
    }
    return undefined;
  };
}
