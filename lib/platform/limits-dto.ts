/** The longest name of anyone or anything, in characters as a person counts them. */
export const NAME_MAX = 100;
/** The longest text to search for, in code units. */
export const SEARCH_MAX = 200;
