"use client";

import { createContext, useContext, useState } from "react";

const WorkspaceContext = createContext("");

/** Tells everything inside which workspace it is rendered for. */
export const RenderedFor = WorkspaceContext.Provider;

/**
 * The id of the workspace that this component was rendered for first. A later one does not count: when someone switches
 * in another tab and this page refreshes, what is typed here was still meant for the first.
 */
export function useRenderedFor(): string {
  const now = useContext(WorkspaceContext);
  const [first] = useState(now);
  return first;
}
