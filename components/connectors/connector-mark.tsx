/** The mark of a connector, drawn by the style sheet. An id that no connector has is an empty frame. */
export function ConnectorMark({ id, className = "size-10" }: { id: string; className?: string }) {
  return <span aria-hidden="true" className={`mark mark-${id} ${className}`} />;
}
