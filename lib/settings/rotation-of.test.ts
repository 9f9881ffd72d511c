import { describe, expect, it } from "vitest";
import { dueDay, rotationOf, rotationState } from "./rotation-of";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const due = day("2027-03-03");

describe("a rotation", () => {
  it.each([
    ["2027-02-16T23:59:59.999Z", "set"],
    ["2027-02-17T00:00:00.000Z", "soon"],
    ["2027-03-03T23:59:59.999Z", "soon"],
    ["2027-03-04T00:00:00.000Z", "overdue"],
    // The same moments, as a clock in another place has them.
    ["2027-03-04T05:29:59.999+05:30", "soon"],
    ["2027-03-03T16:00:00.000-08:00", "overdue"],
  ])("whose day is 3 Mar 2027 is, at %s, %s", (now, state) => {
    expect(rotationState(due, new Date(now))).toBe(state);
  });

  it("is due on the day of its own, else so many days after the day on which the values were changed", () => {
    const values = { rotateBy: null, valuesChangedAt: new Date("2026-11-24T23:59:59.999Z") };
    expect(dueDay(values, 90)).toEqual(day("2027-02-22"));
    expect(dueDay({ ...values, rotateBy: due }, 90)).toEqual(due);
    expect(dueDay(values, null)).toBeUndefined();
    // Over the 29th of February.
    expect(dueDay({ ...values, valuesChangedAt: new Date("2028-02-01T12:00:00Z") }, 30)).toEqual(day("2028-03-02"));
  });

  it("says whose day it is", () => {
    const values = { rotateBy: null, valuesChangedAt: new Date("2026-11-24T12:00:00Z") };
    const now = new Date("2027-03-04T12:00:00Z");
    expect(rotationOf(values, 365, now)).toEqual({ dueOn: "2027-11-24", isOwn: false, state: "set" });
    expect(rotationOf({ ...values, rotateBy: due }, 365, now)).toEqual({
      dueOn: "2027-03-03",
      isOwn: true,
      state: "overdue",
    });
    expect(rotationOf(values, null, now)).toBeUndefined();
  });
});
