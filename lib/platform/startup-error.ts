import "server-only";

/**
 * A reason why the app cannot start or go on, said for the person who operates it. Its message names the setting or the
 * path and the fix, never a secret: the launcher prints it as it is, while of any other error it prints only the name.
 */
export class StartupError extends Error {
  static readonly kind: string = "StartupError";
  override readonly name = "StartupError";
}
