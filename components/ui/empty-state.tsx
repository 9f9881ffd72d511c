import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type EmptyStateProps = {
  title: string;
  icon: IconName;
  children: ReactNode;
  action?: ReactNode;
  /** Where to read more about it. */
  more?: ReactNode;
  /** It is all that the page has: then its title is the page's heading. */
  isPage?: true;
};

/** What a place is for, and the one thing to do there. */
export function EmptyState({ title, icon, children, action, more, isPage }: EmptyStateProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className="empty-state">
      <span aria-hidden="true" className="art">
        <Icon className="size-7" name={icon} />
      </span>
      <Heading className={isPage ? "text-page" : "text-title"}>{title}</Heading>
      <p>{children}</p>
      {action || more ? (
        <div className="ways">
          {action}
          {more}
        </div>
      ) : null}
    </div>
  );
}
