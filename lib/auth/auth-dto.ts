/** The shortest password that an account may have, in characters. */
export const PASSWORD_MIN = 12;

/** Where signing in got to: done, or asking for the code of the second factor. */
export type SignInStep = "second-factor";
