"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type Held = { token: string; setToken: (token: string) => void };

const Context = createContext<Held>({ token: "", setToken: () => undefined });

/** Holds a token from one page of the reference to the next, in this tab's memory alone: a reload forgets it. */
export function HoldsToken({ children }: { children: ReactNode }) {
  const [token, setToken] = useState("");
  const held = useMemo(() => ({ token, setToken }), [token]);
  return <Context value={held}>{children}</Context>;
}

export const useToken = (): Held => useContext(Context);
