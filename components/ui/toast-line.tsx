"use client";

import { useEffect, useState } from "react";
import { Button, buttonClass } from "./button";
import { Failure } from "./failure";
import { Icon } from "./icon";
import { PageLink } from "./page-link";
import type { Toast } from "./toast-context";

/** In milliseconds. It does not count while someone is at it. */
const STAYS_FOR = 10_000;

export type ToastLineProps = { toast: Toast; onClose: () => void; onFollow: (href: string) => void };

/** One toast. It waits while someone is at it, and goes by itself or by Escape. */
export function ToastLine({ toast, onClose, onFollow }: ToastLineProps) {
  const { action } = toast;
  // By mouse and by keyboard: leaving with one of them does not start the clock for the other.
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    if (hovered || focused) return;
    const timer = setTimeout(onClose, STAYS_FOR);
    return () => clearTimeout(timer);
  }, [hovered, focused, onClose]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while someone is at what is inside
    <div
      className="toast appear"
      onBlur={() => setFocused(false)}
      onFocus={() => setFocused(true)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      {"text" in toast ? (
        <>
          <Icon className="size-4 text-ok" name="check" />
          <p className="min-w-0 flex-1 font-medium" dir="auto">
            {toast.text}
          </p>
        </>
      ) : (
        <div className="min-w-0 flex-1">
          <Failure error={toast.refused} />
        </div>
      )}
      {action && "href" in action ? (
        <PageLink className={buttonClass()} href={action.href} onFollow={() => onFollow(action.href)}>
          {action.label}
        </PageLink>
      ) : null}
      {action && "onPress" in action ? (
        <Button
          onClick={() => {
            onClose();
            action.onPress();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <button aria-label="Dismiss" className="dismiss" onClick={onClose} type="button">
        <Icon className="size-4" name="cross" />
      </button>
    </div>
  );
}
