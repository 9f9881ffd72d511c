import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepFresh } from "./keep-fresh";

/** As much of a page as it looks at. */
const page = Object.assign(new EventTarget(), {
  hidden: false,
  dialog: false,
  querySelector: () => null as unknown,
  querySelectorAll: (): object[] => [],
});
const answer = { status: 204, ok: true };
const asked = vi.fn(async () => answer);
const refresh = vi.fn();
let stop = new AbortController();

const see = (isSeen: boolean) => {
  page.hidden = !isSeen;
  page.dispatchEvent(new Event("visibilitychange"));
};
/** Someone types into a field, which then has this text. */
function type(field: { value: string; isConnected: boolean; matches: () => boolean }) {
  const event = new Event("input");
  Object.defineProperty(event, "target", { value: field });
  page.dispatchEvent(event);
}
const start = () => keepFresh(refresh, stop.signal);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  vi.stubGlobal("document", page);
  vi.stubGlobal("fetch", asked);
  Object.assign(page, { hidden: false, querySelector: () => null });
  Object.assign(answer, { status: 204, ok: true });
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

it("a page that is no longer true is fetched anew, once for all that changed", async () => {
  const { changed } = start();
  await pass(10_000);
  expect(refresh).not.toHaveBeenCalled();
  for (let count = 0; count < 5; count += 1) changed(false);
  await pass(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("the more often there is news, the less often, and at once where someone waits for it", async () => {
  const { changed } = start();
  for (let second = 0; second < 300; second += 1) {
    changed(false);
    await pass(1000);
  }
  const often = refresh.mock.calls.length;
  expect(often).toBeLessThan(15);
  changed(true);
  await pass(4000);
  expect(refresh.mock.calls.length).toBe(often + 1);
});

it("not while it is hidden, while something is open over it, or while what was typed is there", async () => {
  const { changed } = start();
  see(false);
  changed(true);
  await pass(5000);
  expect(refresh).not.toHaveBeenCalled();
  page.querySelector = () => ({});
  see(true);
  await pass(20_000);
  expect(refresh).not.toHaveBeenCalled();
  const field = { value: "A sentence of mine", isConnected: true, matches: () => true };
  type(field);
  page.querySelector = () => null;
  await pass(20_000);
  expect(refresh).not.toHaveBeenCalled();
  expect(asked).not.toHaveBeenCalled();
  field.isConnected = false;
  await pass(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("not where something was typed before it was there, until that is gone", async () => {
  const field = { value: "Typed at once", isConnected: true };
  page.querySelectorAll = () => [field];
  const { changed } = start();
  page.querySelectorAll = () => [];
  changed(true);
  await pass(20_000);
  expect(refresh).not.toHaveBeenCalled();
  field.value = "";
  await pass(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("who comes back after half a minute sees it anew, and after a moment does not", async () => {
  start();
  see(false);
  await pass(20_000);
  see(true);
  await pass(5000);
  expect(refresh).not.toHaveBeenCalled();
  see(false);
  await pass(30_000);
  see(true);
  await pass(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("A10: nobody's page that was left open fetches nothing, until someone is there again", async () => {
  const { changed } = start();
  await pass(31 * 60_000);
  changed(true);
  await pass(60_000);
  expect(asked).not.toHaveBeenCalled();
  page.dispatchEvent(new Event("pointermove"));
  await pass(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it("stays as it is where the server does not answer, and where nobody is signed in any more", async () => {
  const { changed } = start();
  asked.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  changed(true);
  await pass(2500);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(refresh).not.toHaveBeenCalled();
  await pass(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
  Object.assign(answer, { status: 401, ok: false });
  changed(true);
  asked.mockClear();
  await pass(50_000);
  expect(asked).toHaveBeenCalledTimes(1);
  Object.assign(answer, { status: 204, ok: true });
  await pass(20_000);
  expect(refresh).toHaveBeenCalledTimes(2);
});
