import type { ComponentProps } from "react";
import { Icon } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

/** The looks of a button, for links that lead on like one. */
export function buttonClass(variant: ButtonVariant = "secondary"): string {
  return `button button-${variant}`;
}

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** Shows that the work goes on. The button stays focusable, so that focus is not lost; its handler must not act. */
  busy?: boolean;
};

export function Button({
  variant = "secondary",
  busy = false,
  type = "button",
  className = "",
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      aria-disabled={busy || undefined}
      className={[buttonClass(variant), busy ? "opacity-70" : "", className].filter(Boolean).join(" ")}
      type={type}
      {...props}
    >
      {busy ? <Icon className="turning size-4" name="spinner" /> : null}
      {children}
    </button>
  );
}
