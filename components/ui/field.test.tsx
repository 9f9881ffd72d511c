import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TextField } from "./text-field";

it("says what is wrong and still what belongs there, and both are read with the field", () => {
  const markup = renderToStaticMarkup(
    <TextField error="Enter a whole number." help="In days, from 30 on." id="days" label="Days" />,
  );
  const [, described = ""] = /aria-describedby="([^"]*)"/.exec(markup) ?? [];
  const [, told = ""] = new RegExp(`<p[^>]*id="${described}"[^>]*>(.*?)</p>`).exec(markup) ?? [];
  expect(told.replace(/<[^>]+>/g, " ").trim()).toMatch(/^Enter a whole number\.\s+In days, from 30 on\.$/);
});
