"use client";

import { useHashToken } from "@/components/ui/use-hash-token";
import { OwnerForm } from "./owner-form";

/** The form of the first account, with the token of the link that leads here; someone may also type it. */
export function SetUp() {
  const token = useHashToken();
  if (token === undefined) return <p className="text-muted">One moment.</p>;
  return <OwnerForm key={token} token={token} />;
}
