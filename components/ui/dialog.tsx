"use client";

import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "./button";
import { focusBack } from "./focus-back";
import { Icon } from "./icon";

const FOCUSABLE =
  "button:not(:disabled), [href], input:not(:disabled):not([type=hidden]), select:not(:disabled), textarea:not(:disabled), summary";

/** On a phone a form has the whole window; a question has what it needs. */
const WIDTHS = {
  form: "max-sm:h-dvh max-sm:max-w-none sm:max-w-form",
  small: "max-sm:max-w-[calc(100%-2rem)] max-sm:rounded-overlay max-sm:border sm:max-w-[28rem]",
} as const;

type DialogProps = {
  title: string;
  subtitle?: ReactNode;
  /** Something was typed: a stray click does nothing, and leaving asks first. */
  dirty: boolean;
  /** It shows what is not shown again: a stray click does nothing. */
  stays?: boolean;
  onClose: () => void;
  children: ReactNode;
  width?: keyof typeof WIDTHS;
};

/** How one leaves the dialog around: where something was typed, it asks first. */
const LeaveContext = createContext<() => void>(() => undefined);

/** The *Cancel* of a dialog's footer. It leaves as the cross and Escape do. */
export function CancelButton({ children = "Cancel", ...props }: Omit<ComponentProps<typeof Button>, "onClick">) {
  return (
    <Button onClick={useContext(LeaveContext)} {...props}>
      {children}
    </Button>
  );
}

/** Keeps Tab inside: the browser alone would also visit its own toolbar between the last element and the first. */
function cycleFocus(event: KeyboardEvent<HTMLDialogElement>) {
  const focusable = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) =>
    element.checkVisibility(),
  );
  const edge = event.shiftKey ? focusable[0] : focusable.at(-1);
  const other = event.shiftKey ? focusable.at(-1) : focusable[0];
  if (document.activeElement === edge && other) {
    event.preventDefault();
    other.focus();
  }
}

/** A modal dialog on the platform's own element: the page behind is inert, and focus goes back where it came from. */
export function Dialog({ title, subtitle, dirty, stays = false, onClose, children, width = "form" }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [asking, setAsking] = useState(false);

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      dialog.close();
      focusBack(before);
    };
  }, []);

  const resume = useRef<Element | null>(null);
  const leave = () => {
    if (!dirty) return onClose();
    resume.current = document.activeElement;
    setAsking(true);
  };
  // Back to where the question came up: with its buttons the focus would go too, and Escape with it.
  const keepEditing = () => {
    setAsking(false);
    if (resume.current instanceof HTMLElement) resume.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key === "Tab") cycleFocus(event);
    if (event.key !== "Escape") return;
    // Before the browser's own handling, which closes for good at the second Escape in a row.
    event.preventDefault();
    if (asking) keepEditing();
    else leave();
  };
  const onMouseDown = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget && !dirty && !stays) onClose();
  };

  return (
    <dialog
      aria-labelledby={titleId}
      aria-modal="true"
      className={`appear m-auto max-h-dvh w-full overflow-hidden bg-surface p-0 text-ink shadow-float sm:max-h-[calc(100dvh-min(4rem,6dvh))] sm:rounded-overlay sm:border ${WIDTHS[width]}`}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      ref={ref}
    >
      {/* A section: else its header and its footer would be the page's own. */}
      <section className={`flex max-h-[inherit] flex-col ${width === "form" ? "max-sm:h-full" : ""}`}>
        <header className="flex items-start gap-3 border-b px-6 py-3">
          <div className="min-w-0 flex-1">
            <h2 className="flex min-h-9 items-center text-title" id={titleId}>
              {title}
            </h2>
            {subtitle}
          </div>
          <button
            aria-label="Close"
            className="-mr-2 grid size-9 place-items-center rounded-control text-muted hover:bg-sunken pointer-coarse:size-11"
            onClick={leave}
            type="button"
          >
            <Icon name="cross" />
          </button>
        </header>
        {asking ? (
          <div className="flex flex-wrap items-center gap-2 border-b bg-warn-soft px-6 py-3" role="alert">
            <p className="flex-1 font-medium">Discard what you typed?</p>
            <Button autoFocus onClick={keepEditing}>
              Keep editing
            </Button>
            <Button onClick={onClose} variant="danger">
              Discard
            </Button>
          </div>
        ) : null}
        <LeaveContext value={leave}>{children}</LeaveContext>
      </section>
    </dialog>
  );
}
