import { rotationState } from "@/lib/settings/rotation-of";

/**
 * Whether a day of its own goes with the values that are replaced: once it is over or near, this replacement is what it
 * was there for, and left alone it would call the new values overdue. A day further away was not set with this
 * replacement in mind (a leak, say, in the year before a contract ends), so that it stays.
 */
export function isRotationMet(rotateBy: Date | null, at: Date): boolean {
  return rotateBy !== null && rotationState(rotateBy, at) !== "set";
}
