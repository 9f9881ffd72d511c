import { type ComponentProps, useId } from "react";
import { Button } from "./button";

type BlockedButtonProps = Omit<ComponentProps<typeof Button>, "onClick" | "aria-describedby" | "type"> & {
  /** Why it cannot be used, as a sentence; undefined where it can. */
  reason: string | undefined;
  onClick: () => void;
  /** An element that says why, where one is in sight. */
  reasonId?: string;
};

/** A button that may have a reason not to work. The keyboard reaches it all the same, and the reason is read with it. */
export function BlockedButton({ reason, reasonId, onClick, className = "", ...props }: BlockedButtonProps) {
  const ownId = useId();
  if (reason === undefined) return <Button className={className} onClick={onClick} {...props} />;
  return (
    <>
      <Button
        aria-describedby={reasonId ?? ownId}
        aria-disabled="true"
        className={`cursor-not-allowed opacity-55 ${className}`}
        title={reason}
        {...props}
      />
      {reasonId ? null : (
        <span className="sr-only" id={ownId}>
          {reason}
        </span>
      )}
    </>
  );
}
