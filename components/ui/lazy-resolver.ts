import type { FieldValues, Resolver } from "react-hook-form";

export type LazyResolver<T extends FieldValues> = {
  /** Waits for the schemas, then validates with them. */
  resolver: Resolver<T>;
  /** Fetches the schemas ahead: with the first key, say, so that they are there before anything is sent. */
  preload: () => void;
};

/**
 * Validation whose schemas are no part of the page: they are fetched when something is typed, or at the latest when
 * they are needed. Where they cannot be fetched (offline, or the app was updated meanwhile) the form is sent as it is:
 * the server validates everything anyway, and says what is wrong or does not answer, as it would then.
 */
export function lazyResolver<T extends FieldValues>(load: () => Promise<Resolver<T>>): LazyResolver<T> {
  let loading: Promise<Resolver<T> | undefined> | undefined;
  const fetchOnce = () => {
    loading ??= load().catch(() => {
      loading = undefined;
      return undefined;
    });
    return loading;
  };
  return {
    preload: () => void fetchOnce(),
    resolver: async (values, context, options) => {
      const resolve = await fetchOnce();
      return resolve ? resolve(values, context, options) : { values, errors: {} };
    },
  };
}
