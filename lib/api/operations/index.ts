import "server-only";
import type { ApiOperation } from "@/lib/api/operation";
import { aboutOperations } from "./about-operations";
import { accessOperations } from "./access-operations";
import { checkOperations } from "./check-operations";
import { credentialOperations } from "./credential-operations";
import { dataSourceOperations } from "./data-source-operations";
import { documentOperation } from "./document-operation";
import { keyOperations } from "./key-operations";
import { memberOperations } from "./member-operations";
import { tokenOperations } from "./token-operations";
import { workspaceOperations } from "./workspace-operations";

/** The table: every address below `/api/v1`, what it takes and answers, and who may ask. */
export const operations: readonly ApiOperation[] = [
  ...aboutOperations,
  ...credentialOperations,
  ...checkOperations,
  ...dataSourceOperations,
  ...tokenOperations,
  ...memberOperations,
  ...accessOperations,
  ...workspaceOperations,
  ...keyOperations,
  documentOperation(() => operations),
];
