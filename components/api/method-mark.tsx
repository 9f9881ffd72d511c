import type { Method } from "@/lib/api/method-dto";

/** The method of a request, as wide whichever it is. */
export function MethodMark({ method }: { method: Method }) {
  return (
    <span
      className={`w-13 shrink-0 font-mono text-meta font-semibold ${method === "DELETE" ? "text-bad" : "text-muted"}`}
    >
      {method}
    </span>
  );
}
