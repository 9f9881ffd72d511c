import type { Whose } from "./verification-dto";

/** A provider's own words are set apart, so that nobody takes them for ours. */
export const whoseWords = ({ of, text }: Whose): string => `${of === "tenant" ? "the account " : ""}“${text}”`;
