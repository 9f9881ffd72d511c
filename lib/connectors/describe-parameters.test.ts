import { expect, it } from "vitest";
import type { Endpoint } from "./connector";
import { describeParameters } from "./describe-parameters";

const option = (value: string, label: string) => ({ value, label });
const endpoint: Pick<Endpoint, "parameters"> = {
  parameters: [
    { id: "after", label: "Started after", help: "", kind: "datetime" },
    { id: "longer", label: "Longer than", help: "", kind: "integer", min: 0, max: 7200, unit: "seconds" },
    {
      id: "state",
      label: "Status",
      help: "",
      kind: "choices",
      options: [option("A_B", "A, then B"), option("C", "C")],
    },
    { id: "order", label: "Order", help: "", kind: "choice", options: [option("x", "By name")] },
    { id: "users", label: "Users", help: "", kind: "list", maxItems: 9, maxLength: 9 },
    { id: "private", label: "Include private calls", help: "", kind: "boolean" },
  ],
};

it("says what is set with labels, units and the words of choices", () => {
  const values = { private: true, users: ["a@b.c", "d@e.f"], state: ["A_B", "GONE"], order: "x", longer: 1600 };
  expect(describeParameters(endpoint, { ...values, after: "2026-05-03T12:00:00.000Z", other: "1" })).toEqual([
    { id: "after", label: "Started after", moment: "2026-05-03T12:00:00.000Z" },
    { id: "longer", label: "Longer than", texts: ["1,600 seconds"] },
    { id: "state", label: "Status", texts: ["A, then B", "GONE"] },
    { id: "order", label: "Order", texts: ["By name"] },
    { id: "users", label: "Users", texts: ["a@b.c", "d@e.f"] },
    { id: "private", label: "Include private calls", texts: ["Yes"] },
  ]);
});

it("says of what was stored before, and is no moment or list, what is there", () => {
  expect(describeParameters(endpoint, { after: "soon", state: "C" })).toEqual([
    { id: "after", label: "Started after", texts: ["soon"] },
    { id: "state", label: "Status", texts: ["C"] },
  ]);
});
