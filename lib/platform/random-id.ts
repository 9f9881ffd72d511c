import "server-only";
import { randomBytes } from "node:crypto";

/**
 * An id that cannot be guessed: about 128 random bits as 22 characters of base64url. It begins with no hyphen, so that
 * no command line takes it for an option.
 */
export function randomId(): string {
  const id = randomBytes(16).toString("base64url");
  return id.startsWith("-") ? randomId() : id;
}
