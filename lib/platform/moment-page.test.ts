import { describe, expect, it } from "vitest";
import { cutPage, momentPageInput, momentPageQuery, placeOf } from "./moment-page";

const rows = [3, 2, 1].map((second) => ({ id: `row-${second}`, at: new Date(Date.UTC(2026, 0, 1, 0, 0, second, 7)) }));
const cut = (size: number) => cutPage(rows, size, ({ at }) => at);

describe("pages of the newest first", () => {
  it("have a cursor only where more follow, and it names the last row that is shown", () => {
    expect(cut(3)).toEqual({ shown: rows });
    const { shown, after } = cut(2);
    expect(shown).toEqual(rows.slice(0, 2));
    expect(placeOf(momentPageInput.parse({ after }))).toEqual(rows[1]);
    expect(placeOf({})).toBeUndefined();
  });

  it.each(["", "x", "W10", Buffer.from('["2026-02-31T00:00:00.000","a"]').toString("base64url"), ["a", "b"], 1])(
    "refuse the cursor %j, and a page begins anew with it",
    (after) => {
      expect(momentPageInput.safeParse({ after }).success).toBe(false);
      expect(momentPageQuery({ after })).toEqual({});
    },
  );
});
