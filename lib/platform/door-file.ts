import "server-only";
import path from "node:path";
import { env } from "./env";

/** Where a running server writes down how the operator's commands reach it. */
export const doorFile = (): string => path.join(env().DATA_DIR, "operator.json");
