import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type ConfirmBackupProps = { id: string; busy: boolean; onConfirm: () => void; onClose: () => void };

/** Asks before a backup counts as one: it is what a rotation relies on. */
export function ConfirmBackup({ id, ...dialog }: ConfirmBackupProps) {
  return (
    <ConfirmDialog confirm="I have a backup" title="Do you have a backup of this key?" {...dialog}>
      <p>
        Confirm only if you can get key <span className="break-all font-mono text-meta">{id}</span> back without this
        server. If it's lost, no one can decrypt what it encrypts, and we stop asking for a backup.
      </p>
    </ConfirmDialog>
  );
}
