/** That a search or a filter found nothing, or that a page behind the last one was asked for. */
export function NoMatch({ isPast }: { isPast: boolean }) {
  return (
    <p className="text-muted" role="status">
      {isPast ? "There is nothing on this page any more." : "No credential matches."}
    </p>
  );
}
