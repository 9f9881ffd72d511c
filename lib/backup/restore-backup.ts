import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { assertHolds, forgetKeyRing, readKeyRing } from "@/lib/platform/key-ring";
import type { KeyRing } from "@/lib/platform/keys";
import { opensCanary } from "@/lib/platform/known-key-repository";
import { type BackupHeader, type BackupSummary, backupHeader, tableLine } from "./backup-format";
import { type Loader, loadTogether } from "./load-repository";
import { backupLines } from "./read-backup";

export type RestoreOptions = {
  /** Whether rows that are there may be thrown away. */
  replace: boolean;
  /** Whether to restore although the keys are not there: the app is then not ready until they are. */
  withoutKeys: boolean;
};

/** Says at once, before a row is touched, whether the backup and the keys that are here belong together. */
async function assertBelongsTogether(ring: KeyRing, keys: BackupHeader["keys"]): Promise<void> {
  assertHolds(
    ring,
    keys.map(({ id }) => id),
  );
  for (const { id, canary } of keys) {
    const key = ring.byId.get(id);
    if (key && canary !== null && !(await opensCanary(key, canary))) {
      throw new Refusal("INVALID_INPUT", `Key ${id} does not open the canary of this backup.`);
    }
  }
}

async function loadLine(loader: Loader, line: string, summary: BackupSummary): Promise<void> {
  if (!line.startsWith('{"table":')) {
    summary.rows += 1;
    return loader.add(line);
  }
  summary.tables += 1;
  const { table, columns } = tableLine.parse(JSON.parse(line));
  return loader.beginTable(table, columns);
}

function headerOf(line: string): BackupHeader {
  try {
    return backupHeader.parse(JSON.parse(line));
  } catch {
    throw new Refusal("INVALID_INPUT", "This file is no backup of Latchkey, or one of a newer version.");
  }
}

/** Puts a backup into the database of this installation, all of it or nothing. */
export async function restoreBackup(
  actor: Actor,
  file: string,
  { replace, withoutKeys }: RestoreOptions,
): Promise<BackupSummary> {
  authorize(actor, "backup:restore");
  const summary: BackupSummary = { rows: 0, tables: 0, keyIds: [] };
  await loadTogether(async (loader) => {
    let isHeader = true;
    for await (const line of backupLines(file)) {
      if (!isHeader) {
        await loadLine(loader, line, summary);
        continue;
      }
      isHeader = false;
      const header = headerOf(line);
      summary.keyIds = header.keys.map(({ id }) => id);
      if (!withoutKeys && header.keys.length > 0) await assertBelongsTogether(await readKeyRing(), header.keys);
      await loader.prepare(header.migrations, replace);
    }
    await loader.flush();
  });
  forgetKeyRing();
  return summary;
}
