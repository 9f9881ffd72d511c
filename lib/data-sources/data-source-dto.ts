import type { VerificationStatus } from "@/lib/checks/verification-dto";
import type { DataSourceParameters } from "./data-source-schema";

/** The limit of a name, in characters as a person counts them. */
export const NAME_MAX = 100;

/** A data source as a page may know it. Times are ISO 8601. */
export type DataSourceDto = {
  id: string;
  name: string;
  connectorId: string;
  endpointId: string;
  parameters: DataSourceParameters;
  credential: {
    id: string;
    name: string;
    status: VerificationStatus;
    verifiedAt?: string;
    /** When it turned FAILED; absent where it is not. */
    failedAt?: string;
  };
  createdByName: string;
  createdAt: string;
  revision: number;
};
