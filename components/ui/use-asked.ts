"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";

/**
 * Whether the address asks for something to be open, `?add=1` say, where a link or a key led here; and how it is closed,
 * so that a reload does not open it again.
 */
export function useAsked(name: string): [asked: boolean, close: () => void] {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const close = () => {
    const rest = new URLSearchParams(parameters);
    rest.delete(name);
    router.replace(rest.size > 0 ? `${pathname}?${rest}` : pathname);
  };
  return [parameters.has(name), close];
}
