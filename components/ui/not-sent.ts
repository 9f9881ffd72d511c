import type { ErrorDto } from "@/lib/platform/result-dto";

/** When no answer came: offline, the server restarting, or the connection lost. Whether it was done is not known. */
export const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message: "The server didn't answer. What you typed is still here: check your connection and try again.",
};
