import "server-only";
import { McpServer } from "@modelcontextprotocol/server";
import type { TokenHolder } from "@/lib/auth/actor";
import { addTool, UNTRUSTED } from "./tool";
import { describeDataSourceTool } from "./tools/describe-data-source";
import { listCredentialsTool } from "./tools/list-credentials";
import { listDataSourcesTool } from "./tools/list-data-sources";
import { sampleRecordsTool } from "./tools/sample-records";

const ABOUT = { name: "latchkey", title: "Latchkey", version: "1" };
const INSTRUCTIONS = `Latchkey keeps a data team's credentials and reads data sources with them. These tools look at what is there and change nothing; whoever wants a change makes it in Latchkey. ${UNTRUSTED}`;

/** What answers one request of this token. Nothing is kept behind it. */
export function makeServer(actor: TokenHolder, signal: AbortSignal): McpServer {
  const server = new McpServer(ABOUT, { instructions: INSTRUCTIONS });
  addTool(server, actor, signal, listCredentialsTool);
  addTool(server, actor, signal, listDataSourcesTool);
  addTool(server, actor, signal, describeDataSourceTool);
  addTool(server, actor, signal, sampleRecordsTool);
  return server;
}
