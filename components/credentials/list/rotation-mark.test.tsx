import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { RotationState } from "@/lib/settings/rotation-dto";
import { RotationFact, RotationMark } from "./rotation-mark";

const read = (markup: string) => markup.replace(/<[^>]+>/g, "");
const rotation = (state: RotationState, isOwn = true) => ({ dueOn: "2027-03-03", isOwn, state });

it.each([
  ["set", "Rotate by 3 Mar 2027", false],
  ["soon", "Rotate soon by 3 Mar 2027", true],
  ["overdue", "Rotation overdue was due 3 Mar 2027", true],
] as const)("says by words, and an icon where it is time, that a rotation is %s", (state, words, hasIcon) => {
  const markup = renderToStaticMarkup(<RotationMark rotation={rotation(state)} />);
  expect(read(markup)).toBe(words);
  expect(markup.includes("icon-")).toBe(hasIcon);
});

it("says on the page where the day comes from", () => {
  const fact = (isOwn: boolean) => read(renderToStaticMarkup(<RotationFact rotation={rotation("set", isOwn)} />));
  expect(fact(true)).toBe("Rotate by 3 Mar 2027 set for this credential");
  expect(fact(false)).toBe("Rotate by 3 Mar 2027 workspace policy");
  expect(read(renderToStaticMarkup(<RotationFact rotation={undefined} />))).toBe("No date");
});
