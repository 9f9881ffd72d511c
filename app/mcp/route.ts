import { refuseMethod, serveMcp, serveMcpOptions } from "@/lib/mcp/serve-mcp";

// Other methods end in the server process (lib/cli/refuse.mjs), with 405 too.
export { refuseMethod as GET, refuseMethod as HEAD, serveMcp as POST, serveMcpOptions as OPTIONS };
