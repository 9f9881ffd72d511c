import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Toast } from "./toast-context";
import { ToastLine } from "./toast-line";

const nothing = () => undefined;
const markupOf = (toast: Toast) =>
  renderToStaticMarkup(<ToastLine onClose={nothing} onFollow={nothing} toast={toast} />);

it("a toast says what was done and how to undo it", () => {
  const markup = markupOf({ text: "“Sales EU” was deleted.", action: { label: "Undo", onPress: nothing } });
  expect(markup).toContain("“Sales EU” was deleted.");
  expect(markup).toMatch(/<button[^>]*>Undo</);
  expect(markup).toContain("icon-check");
});

it("where the undoing itself is refused, it does not look as if it was done", () => {
  const markup = markupOf({ refused: { code: "NAME_TAKEN", message: "Another credential already has this name." } });
  expect(markup).toContain("Another credential already has this name.");
  expect(markup).toContain("icon-alert");
  expect(markup).not.toContain("icon-check");
});
