import type { KeyRotationDto, KeysDto, UnreadableDto } from "@/lib/keys/keys-dto";
import { DAY_MS } from "@/lib/platform/day-ms";

/** The state of the key ring as lines of a table. */
export function describeKeys({ source, keys, rotation, unreadable }: KeysDto): string[] {
  const rows = keys.map(({ id, state, versions, createdAt, backupConfirmedAt }) => {
    const days = Math.floor((Date.now() - Date.parse(createdAt)) / DAY_MS);
    const backup = backupConfirmedAt ? `backed up ${backupConfirmedAt.slice(0, 10)}` : "no backup confirmed";
    return `${id}  ${state.padEnd(8)}  seals ${versions}  ${days} days old  ${backup}`;
  });
  const run = rotation
    ? `${rotation.isRunning ? "Rotation running" : "Last rotation"}: ${rotation.resealed} of ${rotation.total} to ${rotation.keyId}, ${rotation.rate} rows/s`
    : "No rotation yet.";
  return [`Keys in ${source}`, ...rows, run, ...unreadable.map(describeUnreadable), ...andMore(rotation, unreadable)];
}

/** How many more do not open than the list names. */
export function andMore(rotation: KeyRotationDto | undefined, unreadable: UnreadableDto[]): string[] {
  const more = (rotation?.unreadable ?? 0) - unreadable.length;
  return more > 0 ? [`and ${more} more that do not open`] : [];
}

export const describeUnreadable = ({ credentialId, name, version, keyId }: UnreadableDto): string =>
  // A name is a person's text: nothing in it may end the line or colour the terminal.
  `does not open: ${credentialId} version ${version} ${JSON.stringify(name)} (key ${keyId}); enter its values again`;
