import { isGuide } from "./guides";

/**
 * Where a link of a page in docs/ leads within the app: to another guide, a place on this one, or the web. What only the
 * repository has is undefined: an installation has no address for it.
 */
export function guideLink(href: string): string | undefined {
  if (/^https:\/\//.test(href) || href.startsWith("#")) return href;
  const [, id = "", hash = ""] = /^([a-z-]+)\.md(#.+)?$/.exec(href) ?? [];
  return isGuide(id) ? `/help/${id}${hash}` : undefined;
}

/** The place of a heading, as links in the documents name it: the same as in the repository. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
