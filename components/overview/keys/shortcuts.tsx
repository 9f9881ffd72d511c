"use client";

import { type ComponentType, useLayoutEffect, useState } from "react";
import { isMac } from "@/components/ui/is-mac";
import type { Rights } from "./commands";
import type { Heard, KeyListenerProps } from "./key-listener";

/** Whether it may be for us: a key outside of what takes text, one of the two combinations, or the button in the frame. */
function mayBeOurs(event: KeyboardEvent | MouseEvent): boolean {
  const target = event.target as HTMLElement;
  if (!("key" in event)) return target.closest("[data-opens]") !== null;
  // A word that is being put together is no key yet.
  if (event.isComposing) return false;
  if (isMac() ? event.metaKey : event.ctrlKey) return event.key === "Enter" || event.code === "KeyK";
  return event.key.length === 1 && !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/**
 * Listens to keys, and to the button in the frame, from the first to the last: were the one that means something to take
 * its place, what is pressed in between would be lost. It is fetched with the first that may mean something.
 */
export function Shortcuts({ rights }: { rights: Rights }) {
  const [Listener, setListener] = useState<ComponentType<KeyListenerProps>>();
  const [heard] = useState<Heard>(() => ({ early: [] }));
  // With the page itself, not when React finds the time.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent | MouseEvent) => {
      if (heard.take) return heard.take(event);
      if (!mayBeOurs(event)) return;
      // The browser's own search would be over ours.
      if ("code" in event && event.code === "KeyK") event.preventDefault();
      heard.early.push(event);
      // Where it does not come, the next one tries again.
      import("./key-listener").then(
        (made) => setListener(() => made.KeyListener),
        () => heard.early.splice(0),
      );
    };
    document.addEventListener("keydown", hear);
    document.addEventListener("click", hear);
    return () => {
      document.removeEventListener("keydown", hear);
      document.removeEventListener("click", hear);
    };
  }, [heard]);
  return Listener ? <Listener heard={heard} rights={rights} /> : null;
}
