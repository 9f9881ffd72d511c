/** How many rows may be selected for one deletion. */
export const BULK_MAX = 100;

export type NamedCredential = { id: string; name: string };

/** A credential that data sources use; of them the first few, by name. */
export type UsedCredential = NamedCredential & { usedBy: number; dataSources: { id: string; name: string }[] };

/** What deleting several would come to. Those that are gone by now are in neither. */
export type DeletionPreviewDto = { deletable: NamedCredential[]; inUse: UsedCredential[] };

export type DeletionResultDto = {
  deleted: NamedCredential[];
  /** Left out: data sources use them, now, whatever a preview said. */
  inUse: UsedCredential[];
  /** Whether a fault of the server ended it before all were looked at. */
  interrupted: boolean;
};

export type RestorationResultDto = {
  restored: number;
  /** Not restored, because another credential has the name now. */
  nameTaken: number;
};
