"use client";

import { type ComponentType, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { focusBack } from "./focus-back";
import { LandingWith, type Toast, ToastWith } from "./toast-context";
import type { ToastLineProps } from "./toast-line";

type ShownToast = { toast: Toast; id: number; Line: ComponentType<ToastLineProps> };

/** Says what was done, over whichever page comes next, and leads the focus to that page's heading. One at a time. */
export function Toaster({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ShownToast>();
  const [count, setCount] = useState(0);
  const ids = useRef(0);
  const landsAt = useRef<string>(undefined);
  const region = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<EventTarget | null>(null);
  // What it looks like comes with the first one: nobody waits for it. Where it does not come, the page itself shows what is.
  const show = useCallback((toast: Toast) => {
    ids.current += 1;
    const id = ids.current;
    import("./toast-line").then(
      ({ ToastLine }) => id === ids.current && setShown({ toast, id, Line: ToastLine }),
      () => undefined,
    );
  }, []);
  const land = useCallback((path: string) => {
    landsAt.current = path;
    setCount((before) => before + 1);
  }, []);
  const take = useCallback((path: string) => {
    if (landsAt.current !== path) return false;
    landsAt.current = undefined;
    return true;
  }, []);
  const close = useCallback(() => {
    // With its buttons the focus would go, too.
    if (region.current?.contains(document.activeElement)) focusBack(cameFrom.current);
    setShown(undefined);
  }, []);
  const follow = useCallback(
    (href: string) => {
      close();
      land(href.replace(/\?.*/, ""));
    },
    [close, land],
  );
  const toasting = useMemo(() => ({ show, land }), [show, land]);
  const landing = useMemo(() => ({ count, take }), [count, take]);
  return (
    <ToastWith value={toasting}>
      <LandingWith value={landing}>{children}</LandingWith>
      {/* It stands there before, so that what comes is read out. */}
      <div
        className="toasts"
        onFocus={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
        }}
        ref={region}
        role="status"
      >
        {shown ? <shown.Line key={shown.id} onClose={close} onFollow={follow} toast={shown.toast} /> : null}
      </div>
    </ToastWith>
  );
}
