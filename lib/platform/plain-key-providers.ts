import "server-only";
import { Refusal } from "./errors";
import { createKeyFile, fileVersion, keysIn, readKeyFile, writeKeyFile } from "./key-file";
import { KeyRingUnusable } from "./key-ring-unusable";
import type { KeyProvider } from "./keys";
import { log } from "./log";

/** Keys in a variable: another text needs another start. */
export function environmentKeyProvider(text: string): KeyProvider {
  return { kind: "environment", source: "SEALING_KEY", version: () => "", read: async () => keysIn(text) };
}

/** A file with one key a line. A file that the operator named is never made here: a missing one is a mistake. */
export function fileKeyProvider(file: string, mayCreate: boolean): KeyProvider {
  return {
    kind: "file",
    source: file,
    version: () => fileVersion(file),
    read: async () => {
      try {
        return readKeyFile(file);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new KeyRingUnusable(`The sealing key file ${file} cannot be read (${code}).`);
      }
    },
    write: async (keys) => {
      try {
        writeKeyFile(file, keys);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // A file of a container's secrets, for example: it is mounted to be read only.
        throw new Refusal("IN_USE", `${file} cannot be written (${code}). Change it where it comes from.`);
      }
    },
    ...(mayCreate
      ? {
          create: async (keys: readonly string[]) => {
            createKeyFile(file, keys);
            log.warn(
              { file },
              "made a new sealing key. Back this file up: without it no stored credential can be opened",
            );
          },
        }
      : {}),
  };
}
