"use client";

import { createContext, useContext } from "react";
import type { ErrorDto } from "@/lib/platform/result-dto";

/**
 * What is said once something is done, and the one way on: to what came of it, or back. Where the page that began it is
 * gone, it also says why something was refused.
 */
export type Toast = ({ text: string } | { refused: ErrorDto }) & {
  action?: { label: string; href: string } | { label: string; onPress: () => void };
};

type ToastContextValue = {
  show: (toast: Toast) => void;
  /** The heading of this page takes the focus as soon as it is there: what had it is gone. */
  land: (path: string) => void;
};

const ToastContext = createContext<ToastContextValue>({ show: () => undefined, land: () => undefined });
export const ToastWith = ToastContext.Provider;

/** For what has no place of its own any more when it is done. Problems stay where they came up. */
export const useToast = () => useContext(ToastContext);

type Landing = { count: number; take: (path: string) => boolean };

const LandingContext = createContext<Landing>({ count: 0, take: () => false });
export const LandingWith = LandingContext.Provider;
export const useLanding = () => useContext(LandingContext);
