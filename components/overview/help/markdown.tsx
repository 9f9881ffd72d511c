import { marked, type Token, type Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { CopyCode } from "@/components/ui/copy-code";
import { PageLink } from "@/components/ui/page-link";
import { guideLink, headingId } from "./guide-link";

const LINK = "underline underline-offset-4";

function Anchor({ href, children }: { href: string; children: ReactNode }) {
  const to = guideLink(href);
  if (to === undefined) return <>{children}</>;
  if (to.startsWith("/"))
    return (
      <PageLink className={LINK} href={to}>
        {children}
      </PageLink>
    );
  return (
    <a className={LINK} href={to} rel="noreferrer">
      {children}
    </a>
  );
}

const all = (tokens: readonly Token[] | undefined) =>
  // They never change their places.
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that stays as it is
  tokens?.map((token, index) => <Fragment key={index}>{draw(token)}</Fragment>);

function Table({ header, rows }: Tokens.Table) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached without a mouse
    <section aria-label="Table" className="table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text that stays as it is
              <th key={index} scope="col">
                {all(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text that stays as it is
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a text that stays as it is
                <td key={index}>{all(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function List({ ordered, start, items }: Tokens.List) {
  const drawn = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that stays as it is
    <li key={index}>{all(item.tokens)}</li>
  ));
  return ordered ? <ol start={start || 1}>{drawn}</ol> : <ul>{drawn}</ul>;
}

/** One token of a document as an element. HTML of its own has no meaning here but for a line break. */
function draw(token: Token): ReactNode {
  const inner = () => all((token as { tokens?: Token[] }).tokens);
  switch (token.type) {
    case "heading": {
      const { depth, text } = token as Tokens.Heading;
      const Heading = `h${Math.min(depth, 6)}` as "h2";
      return <Heading id={headingId(text)}>{inner()}</Heading>;
    }
    case "paragraph":
      return <p>{inner()}</p>;
    case "code":
      return <CopyCode label="these lines" text={(token as Tokens.Code).text} />;
    case "codespan":
      return <code>{(token as Tokens.Codespan).text}</code>;
    case "strong":
      return <strong>{inner()}</strong>;
    case "em":
      return <em>{inner()}</em>;
    case "link":
      return <Anchor href={(token as Tokens.Link).href}>{inner()}</Anchor>;
    case "list":
      return <List {...(token as Tokens.List)} />;
    case "table":
      return <Table {...(token as Tokens.Table)} />;
    case "html":
      return /^<br ?\/?>$/.test(token.raw.trim()) ? <br /> : null;
    case "text":
      return "tokens" in token && token.tokens ? inner() : (token as Tokens.Text).text;
    case "escape":
      return (token as Tokens.Escape).text;
    case "image":
    case "space":
    case "hr":
      return null;
    default:
      throw new Error(`A guide has "${token.type}", which nothing draws.`);
  }
}

/** A page of docs/ without its heading, drawn by the server alone. */
export function Markdown({ text }: { text: string }) {
  return <>{all(marked.lexer(text).filter((token) => !(token.type === "heading" && token.depth === 1)))}</>;
}
