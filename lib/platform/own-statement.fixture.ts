const OWN = "/* a test's own */ ";

/** A statement of a test itself, told from the product's. */
export const ownStatement = (sql: string): string => OWN + sql;
export const isOwnStatement = (sql: string): boolean => sql.startsWith(OWN);
