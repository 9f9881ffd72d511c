import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeClock } from "./clock";

const page = Object.assign(new EventTarget(), { hidden: false });
const hide = (hidden: boolean) => {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
};
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  page.hidden = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Something whose words change every so many milliseconds from now. */
function every(ms: number) {
  const start = Date.now();
  return (now: number) => ms - ((now - start) % ms);
}

it("has one timer for all, which rings when the first of them changes", () => {
  const clock = makeClock();
  const [often, seldom] = [vi.fn(), vi.fn()];
  const ends = [clock.watch(every(60_000), seldom), clock.watch(every(1000), often)];
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(2500);
  expect(often).toHaveBeenCalledTimes(2);
  ends[1]?.();
  vi.advanceTimersByTime(59_000);
  expect(often.mock.calls.length).toBeLessThan(4);
  expect(seldom.mock.calls.length).toBeLessThan(5);
  expect(vi.getTimerCount()).toBe(1);
  ends[0]?.();
  expect(vi.getTimerCount()).toBe(0);
});

it("sleeps while the page is hidden, and looks at once when it is seen again", () => {
  const clock = makeClock();
  const changed = vi.fn();
  const end = clock.watch(every(1000), changed);
  hide(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(changed).not.toHaveBeenCalled();
  hide(false);
  expect(changed).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1100);
  expect(changed).toHaveBeenCalledTimes(2);
  end();
});

it("has no timer for what stays, longer than an hour", () => {
  const clock = makeClock();
  const changed = vi.fn();
  const end = clock.watch(() => Number.POSITIVE_INFINITY, changed);
  vi.advanceTimersByTime(3 * 60 * 60 * 1000);
  expect(changed.mock.calls.length).toBeLessThanOrEqual(3);
  end();
});
