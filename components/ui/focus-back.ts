/**
 * Gives the focus back to what had it. Where that is gone, or an address opened what is over now and nothing had it, the
 * page's heading takes it: from the body nobody finds their way.
 */
export function focusBack(before: EventTarget | null): void {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus();
    if (document.activeElement === before) return;
  }
  const heading = document.querySelector<HTMLElement>("main h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
