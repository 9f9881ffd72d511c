import { folded } from "@/components/ui/folded";
import type { IconName } from "@/components/ui/icon";
import type { Theme } from "@/components/ui/theme";

/** What a role may do, as far as commands differ by it. */
export type Right = "addCredential" | "createSource" | "invite" | "tokens" | "audit" | "settings" | "keys";

export type Command = {
  id: string;
  label: string;
  /** What else someone may call it. */
  words: string;
  /** It leads somewhere, opens something, or puts on a theme. */
  href?: string;
  opens?: "keys" | "help";
  theme?: Theme | "system";
  icon: IconName;
  /** "c", or "g c" for one after the other. */
  keys?: string;
  needs?: Right;
};

export const ACTS: readonly Command[] = [
  {
    id: "add-credential",
    label: "Add Credential",
    words: "new create key password pair",
    href: "/credentials?add=1",
    icon: "plus",
    keys: "c",
    needs: "addCredential",
  },
  {
    id: "create-source",
    label: "Create data source",
    words: "new add",
    href: "/data-sources/new",
    icon: "plus",
    keys: "n",
    needs: "createSource",
  },
  {
    id: "invite",
    label: "Invite someone",
    words: "new add person member people",
    href: "/members?invite=1",
    icon: "plus",
    needs: "invite",
  },
  {
    id: "create-token",
    label: "Create token",
    words: "new add program api",
    href: "/settings/tokens?create=1",
    icon: "plus",
    needs: "tokens",
  },
  { id: "keys", label: "Show keyboard shortcuts", words: "help keys", icon: "question", keys: "?", opens: "keys" },
  { id: "help", label: "Get help with this screen", words: "guide docs", icon: "question", opens: "help" },
];

/** On offer once someone types: they lead nowhere. */
export const THEMES: readonly Command[] = [
  { id: "light", label: "Use the light theme", words: "mode appearance colors", icon: "theme", theme: "light" },
  { id: "dark", label: "Use the dark theme", words: "mode appearance colors", icon: "theme", theme: "dark" },
  {
    id: "system",
    label: "Use the system's theme",
    words: "mode appearance colors light dark",
    icon: "theme",
    theme: "system",
  },
];

export const PLACES: readonly Command[] = [
  { id: "overview", label: "Overview", words: "home start", href: "/overview", icon: "overview", keys: "g o" },
  { id: "sources", label: "Data sources", words: "reads", href: "/data-sources", icon: "sources", keys: "g s" },
  { id: "credentials", label: "Credentials", words: "keys", href: "/credentials", icon: "key", keys: "g c" },
  { id: "members", label: "Members", words: "people team roles", href: "/members", icon: "people", keys: "g m" },
  { id: "notices", label: "Notices", words: "bell alerts", href: "/notices", icon: "bell", keys: "g n" },
  {
    id: "audit",
    label: "Audit",
    words: "trail events log",
    href: "/audit",
    icon: "trail",
    keys: "g a",
    needs: "audit",
  },
  {
    id: "tokens",
    label: "Tokens",
    words: "programs api",
    href: "/settings/tokens",
    icon: "program",
    keys: "g t",
    needs: "tokens",
  },
  {
    id: "settings",
    label: "Settings",
    words: "general workspace name",
    href: "/settings",
    icon: "settings",
    keys: "g ,",
    needs: "settings",
  },
  {
    id: "credential-settings",
    label: "Credential settings",
    words: "health checks interval older versions retention rotation maximum age providers limits",
    href: "/settings/credentials",
    icon: "settings",
    needs: "settings",
  },
  {
    id: "notice-settings",
    label: "Notice settings",
    words: "webhook mail email signing secret test deliveries",
    href: "/settings/notices",
    icon: "settings",
    needs: "settings",
  },
  {
    id: "own-connectors",
    label: "Own connectors",
    words: "custom api define data source type",
    href: "/settings/own-connectors",
    icon: "program",
    needs: "settings",
  },
  {
    id: "sealing-keys",
    label: "Keys",
    words: "key ring encryption backup rotate retire",
    href: "/settings/keys",
    icon: "key",
    needs: "keys",
  },
  {
    id: "deleted",
    label: "Recently deleted credentials",
    words: "restore undo",
    href: "/credentials/deleted",
    icon: "clock",
    needs: "addCredential",
  },
  {
    id: "api",
    label: "API reference",
    words: "docs openapi curl",
    href: "/docs/api",
    icon: "program",
    keys: "g d",
    needs: "tokens",
  },
  { id: "guides", label: "Guides", words: "help docs manual", href: "/help", icon: "book" },
  {
    id: "account",
    label: "Your account",
    words: "password passkey second factor sessions",
    href: "/account",
    icon: "people",
    keys: "g u",
  },
];

export type Rights = readonly Right[];

export const allowed = (commands: readonly Command[], rights: Rights) =>
  commands.filter(({ needs }) => needs === undefined || rights.includes(needs));

const wordsOf = (text: string) => folded(text).split(/\s+/).filter(Boolean);

/** Those with words that begin so, by their labels first. */
export function matching(commands: readonly Command[], text: string): Command[] {
  const typed = wordsOf(text);
  const fits = (words: readonly string[]) => typed.every((one) => words.some((word) => word.startsWith(one)));
  const rank = ({ label }: Command) => (fits(wordsOf(label)) ? 0 : 1);
  return commands
    .filter(({ label, words }) => fits(wordsOf(`${label} ${words}`)))
    .toSorted((a, b) => rank(a) - rank(b));
}
