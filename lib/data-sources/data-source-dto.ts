import type { Agreed, VerificationStatus } from "@/lib/checks/verification-dto";
import type { ParameterValues } from "@/lib/connectors/connector";

/** A data source as a page may know it. Times are ISO 8601. */
export type DataSourceDto = {
  id: string;
  name: string;
  connectorId: string;
  endpointId: string;
  parameters: ParameterValues;
  credential: {
    id: string;
    name: string;
    status: VerificationStatus;
    verifiedAt?: string;
    /** When it turned FAILED; absent where it is not. */
    failedAt?: string;
    /** FAILED, because the stored values do not open. */
    unreadable?: true;
  };
  createdByName: string;
  createdAt: string;
  revision: number;
};

export type NamedSource = { id: string; name: string };

/** What deleting several came to: which were there to be deleted. */
export type SourcesDeletionDto = { deleted: NamedSource[] };

/** How many sources are moved in one go. */
export const MOVED_AT_A_TIME = 1000;

/** What uses a credential, at most a thousand, and the credentials of its type that could take its place. */
export type MovePreviewDto = {
  sources: { id: string; name: string; endpointId: string }[];
  /** By name; those that a search finds where it was asked for. */
  targets: { id: string; name: string; status: VerificationStatus }[];
  /** There are more than these. */
  hasMoreTargets: boolean;
};

export type DataSourceSort = "newest" | "oldest" | "name";

/** What a list shows, as its address says. */
export type DataSourceListQuery = {
  /** Parts of words of the name; all of them have to be there. */
  q?: string;
  connectorId?: string;
  credentialId?: string;
  /** Of the credential. */
  status?: VerificationStatus;
  /** `newest` where it is absent. */
  sort?: DataSourceSort;
  /** The cursor of an earlier page: what comes after it. */
  after?: string;
};

/** A page of data sources; `after` is the cursor of the next one, `found` how many there are from here on, where known. */
export type DataSourcePageDto = { dataSources: DataSourceDto[]; after?: string; found?: number };

/** How many data sources there are, and how many by the status of their credential, each up to a bound. */
export type DataSourceCountsDto = { all: number; attention: number; unverified: number };

/** What a move came to: all that were named, or none, because the target was not accepted. `left` still use the first. */
export type MoveDto = Agreed<{ count: number; left: number }>;

/** What creating or changing one came to: there it is, or its credential was not accepted. */
export type SavedDataSourceDto = Agreed<{ dataSource: DataSourceDto }>;
