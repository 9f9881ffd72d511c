declare const LATCHKEY_VERSION: string | undefined;

/** The package's, put in by the build. */
export const VERSION: string = typeof LATCHKEY_VERSION === "string" ? LATCHKEY_VERSION : "0.0.0";
