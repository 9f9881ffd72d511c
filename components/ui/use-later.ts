"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * A part of a page that few see: fetched once it is wanted. Undefined until it is here, and where it cannot be fetched:
 * what matters has to stand without it.
 * @param load must stay the same from one rendering to the next
 */
export function useLater<Props>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: boolean,
): ComponentType<Props> | undefined {
  const [part, setPart] = useState<ComponentType<Props>>();
  useEffect(() => {
    if (!isWanted) return;
    load().then(
      (made) => setPart(() => made),
      () => undefined,
    );
  }, [load, isWanted]);
  return part;
}
