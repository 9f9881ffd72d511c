import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WithClock } from "./clock-context";
import { LocalTime } from "./local-time";
import { RelativeTime } from "./relative-time";
import { WithTimes } from "./with-times";

const iso = "2026-11-24T08:13:20.123Z";
const at = (now: string) => ({ renderedAt: Date.parse(now) });

it("is as light as it can be where it comes from the server, and says what was true then", () => {
  const markup = (now: string, coming = false) =>
    renderToStaticMarkup(
      <WithClock {...at(now)}>
        <RelativeTime coming={coming} iso={iso} />
      </WithClock>,
    );
  expect(markup("2026-11-24T08:16:20Z")).toBe(`<time dateTime="${iso}">3 minutes ago</time>`);
  expect(markup("2026-11-24T08:13:10Z", true)).toBe(`<time dateTime="${iso}">in 10 s</time>`);
});

it("a moment is in UTC where the zone is not known, and says so, in a sentence too", () => {
  const time = `<time dateTime="${iso}" title="24 Nov 2026, 08:13:20 UTC">24 Nov 2026, 08:13 UTC</time>`;
  expect(renderToStaticMarkup(<LocalTime iso={iso} />)).toBe(time);
  expect(renderToStaticMarkup(<WithTimes text={`Stopped on ${iso}. Again on ${iso}.`} />)).toBe(
    `<span>Stopped on ${time}. Again on ${time}.</span>`,
  );
});
