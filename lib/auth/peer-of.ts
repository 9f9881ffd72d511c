import { PEER_HEADER } from "@/lib/platform/own-headers.mjs";

/** The address of who really asks, for limits and the trail. */
export function peerOf(headers: Headers | undefined): string | undefined {
  return headers?.get(PEER_HEADER) ?? undefined;
}
