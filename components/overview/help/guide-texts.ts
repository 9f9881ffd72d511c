import "server-only";
import api from "@/docs/api.md";
import audit from "@/docs/audit.md";
import commandLine from "@/docs/command-line.md";
import connectors from "@/docs/connectors.md";
import credentials from "@/docs/credentials.md";
import healthChecks from "@/docs/health-checks.md";
import keys from "@/docs/keys.md";
import mcp from "@/docs/mcp.md";
import notices from "@/docs/notices.md";
import ownConnectors from "@/docs/own-connectors.md";
import performance from "@/docs/performance.md";
import reading from "@/docs/reading.md";
import roles from "@/docs/roles.md";
import scaling from "@/docs/scaling.md";
import security from "@/docs/security.md";
import signIn from "@/docs/sign-in.md";
import tokens from "@/docs/tokens.md";
import verification from "@/docs/verification.md";
import type { GuideId } from "./guides";

/** Part of the build, so that they are those of the code that runs. */
export const guideTexts: Readonly<Record<GuideId, string>> = {
  ...{
    api,
    audit,
    connectors,
    credentials,
    keys,
    mcp,
    notices,
    performance,
    reading,
    roles,
    scaling,
    security,
    tokens,
  },
  ...{
    verification,
    "command-line": commandLine,
    "health-checks": healthChecks,
    "own-connectors": ownConnectors,
    "sign-in": signIn,
  },
};
