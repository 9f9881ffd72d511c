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

/** A page of data sources; `after` is the cursor of the next one. */
export type DataSourcePageDto = { dataSources: DataSourceDto[]; after?: string };

/** What a move came to: all of them, or none, because the target was not accepted. */
export type MoveDto = Agreed<{ count: number }>;

/** What making one came to: there it is, or its credential was not accepted. */
export type CreateDataSourceDto = Agreed<{ dataSource: DataSourceDto }>;
