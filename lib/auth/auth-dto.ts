/** The shortest password that an account may have, in characters. */
export const PASSWORD_MIN = 12;
