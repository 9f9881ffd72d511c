import { serve, serveOptions } from "@/lib/api/serve";

// Every address below /api/v1 is a row of the table in lib/api/operations; what is not there is nowhere.

export {
  serve as DELETE,
  serve as GET,
  serve as HEAD,
  serve as PATCH,
  serve as POST,
  serve as PUT,
  serveOptions as OPTIONS,
};
