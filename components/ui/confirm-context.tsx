"use client";

import { createContext, useContext } from "react";

// Where nobody can be asked, the refusal itself is shown: before the sign-in, and in the question itself.
const ConfirmContext = createContext(async () => false);

/** Gives everything inside a way to ask who is there. It resolves to whether they showed it. */
export const ConfirmWith = ConfirmContext.Provider;

export const useConfirm = () => useContext(ConfirmContext);
