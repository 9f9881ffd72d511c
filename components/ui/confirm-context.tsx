"use client";

import { createContext, useContext } from "react";

/** Why the server wants to know who is there, as it refuses. Resolves to whether they showed it. */
export type Confirm = (code: "CONFIRM_PASSWORD" | "NOT_SIGNED_IN") => Promise<boolean>;

// Where nobody can be asked, the refusal itself is shown: before the sign-in, and in the question itself.
const ConfirmContext = createContext<Confirm>(async () => false);

/** Gives everything inside a way to ask who is there. */
export const ConfirmWith = ConfirmContext.Provider;

export const useConfirm = () => useContext(ConfirmContext);
