"use client";

import { useState } from "react";
import { Icon } from "./icon";
import { OVERRIDE_COOKIE, overrideKey } from "./override-key";

/** One line on every page about providers that are not asked where they are, to fold until the browser is closed. */
export function OverrideStrip({ names, isFoldedBefore }: { names: string[]; isFoldedBefore: boolean }) {
  const [isFolded, setFolded] = useState(isFoldedBefore);
  const listed = new Intl.ListFormat("en");
  const turn = () => {
    // Without an end it ends with the session of the browser; and what is said anew is no longer what was folded.
    const secure = location.protocol === "https:" ? "; Secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not in every browser that we serve
    document.cookie = `${OVERRIDE_COOKIE}=${isFolded ? "" : overrideKey(names)}; Path=/; SameSite=Lax${secure}`;
    setFolded(!isFolded);
  };
  return (
    <aside aria-label="Operator's override" className={isFolded ? "override folded" : "override"}>
      <p>
        {`Requests to ${listed.format(names)} go to another address`}
        <span className="max-lg:sr-only">, set by this server's operator, and not to the provider's own</span>.
      </p>
      <button aria-expanded={!isFolded} aria-label="Note about another address" onClick={turn} type="button">
        <Icon className="size-3.5" name={isFolded ? "alert" : "cross"} />
      </button>
    </aside>
  );
}
