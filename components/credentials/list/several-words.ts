import type { Toast } from "@/components/ui/toast-context";
import type { DeletionResultDto, RestorationResultDto } from "@/lib/credentials/list/bulk-dto";
import { counted } from "@/lib/platform/counted-dto";

const RECENTLY_DELETED = { label: "Recently deleted", href: "/credentials/deleted" };

/** What *Delete selected* came to, and the way back. */
export function deletedToast({ deleted }: DeletionResultDto, onUndo: () => void): Toast {
  // Someone else was faster.
  if (deleted.length === 0) return { text: "There was nothing left to delete.", action: RECENTLY_DELETED };
  return { text: `${counted(deleted.length, "credential")} deleted.`, action: { label: "Undo", onPress: onUndo } };
}

/** What *Undo* came to, with the way to what could not be brought back. */
export function restoredToast({ restored, nameTaken }: RestorationResultDto): Toast {
  const text = `${counted(restored, "credential")} restored.`;
  if (nameTaken === 0) return { text };
  const rest = counted(nameTaken, "name was", "names were");
  return { text: `${text} ${rest} taken in the meantime.`, action: RECENTLY_DELETED };
}
