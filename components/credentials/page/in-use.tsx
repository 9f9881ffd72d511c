"use client";

import { Button } from "@/components/ui/button";
import { CancelButton, Dialog } from "@/components/ui/dialog";
import { counted } from "@/lib/platform/counted-dto";
import { UsedBy } from "./used-by";

type InUseProps = {
  credential: { id: string; name: string; usedBy: number };
  /** The first of those that use it. */
  dataSources: { id: string; name: string }[];
  onClose: () => void;
  onMove: () => void;
};

/** In place of the question whether to delete what is in use: what uses it, and the way to free it. */
export function InUse({ credential: { id, name, usedBy }, dataSources, onClose, onMove }: InUseProps) {
  return (
    <Dialog dirty={false} onClose={onClose} title="This credential is in use" width="small">
      <div className="grid max-h-[60dvh] gap-3 overflow-y-auto px-6 py-5">
        <p>
          {counted(usedBy, "data source uses", "data sources use")} <bdi className="font-medium">{name}</bdi>. Move what
          uses it to another credential first, then delete it.
        </p>
        <UsedBy credentialId={id} dataSources={dataSources} usedBy={usedBy} />
      </div>
      <footer className="flex flex-wrap justify-end gap-2 border-t px-6 py-4">
        <CancelButton />
        <Button data-autofocus onClick={onMove} variant="primary">
          Move sources to another credential
        </Button>
      </footer>
    </Dialog>
  );
}
