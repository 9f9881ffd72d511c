import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Combobox, fitting } from "./combobox";

const options = [
  { id: "1", label: "Sales EU", hint: "verified" },
  { id: "2", label: "Sales US" },
  { id: "3", label: "Zürich, sales" },
];
const ids = (text: string) => fitting(options, text).map(({ id }) => id);

it("finds parts of words in any order, without case and accents", () => {
  expect(ids("ales")).toEqual(["1", "2", "3"]);
  expect(ids("us sal")).toEqual(["2"]);
  expect(ids("ZURICH")).toEqual(["3"]);
  expect(ids("nothing")).toEqual([]);
  expect(ids(" ")).toHaveLength(3);
});

it("says what is chosen, and is a combobox that is closed", () => {
  const markup = renderToStaticMarkup(
    <Combobox chosen={options[0]} id="target" onChoose={() => undefined} options={options} required />,
  );
  expect(markup).toMatch(/role="combobox"/);
  expect(markup).toMatch(/value="Sales EU"/);
  expect(markup).toMatch(/aria-expanded="false"/);
  expect(markup).toMatch(/aria-required="true"/);
  expect(markup).not.toMatch(/listbox/);
});
