/** The shortest and the longest password that an account may have, in characters. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 1024;

/** When a session ends: without use, and in any case. */
export const SESSION_IDLE_HOURS = 12;
export const SESSION_DAYS = 7;

/** Where signing in got to: done, or asking for the code of the second factor. */
export type SignInStep = "signed-in" | "second-factor";

/** The window in which the provider of single sign-on confirms who is there. */
export const CONFIRM_IDENTITY = "/confirm-identity";
/** The channel on which that window tells the others that it did. */
export const CONFIRMED_CHANNEL = "identity-confirmed";

/** The ways of showing again who one is. */
export type IdentityWaysDto = {
  password: boolean;
  passkey: boolean;
  /** The provider's name, where this account is tied to someone of it. */
  singleSignOn: string | undefined;
};

/**
 * The header with which a request to a route says which workspace its page was rendered for. Not named like our own
 * `x-latchkey-…` headers: those are taken off whatever comes from outside.
 */
export const WORKSPACE_HEADER = "x-workspace";
