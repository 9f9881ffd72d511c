"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

type PageLinkProps = Omit<ComponentProps<"a">, "onClick" | "target"> & {
  href: string;
  /** What more there is to do when it is followed here. */
  onFollow?: () => void;
};

/**
 * A link to another page of the app that fetches nothing ahead. It stands in the frame of every page, and is a tenth of
 * the size of Next's own, which is for pages that are worth fetching before they are asked for.
 */
export function PageLink({ href, onFollow, ...props }: PageLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    // Anything but a plain click is the browser's: a new tab, a new window, a download.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onFollow?.();
    router.push(href);
  };
  return <a {...props} href={href} onClick={follow} />;
}
