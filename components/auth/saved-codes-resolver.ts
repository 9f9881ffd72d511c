import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";

/** Lets a form go on once its codes were kept. The server knows nothing of it. */
export const savedCodesResolver = <T extends FieldValues & { isSaved: boolean }>(
  values: T,
): ReturnType<Resolver<T>> => {
  if (values.isSaved) return { values, errors: {} };
  const isSaved = { type: "custom", message: "Copy, download or print them first: you won't see them again." };
  return { values: {}, errors: { isSaved } as unknown as FieldErrors<T> };
};
