import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { WithClock } from "@/components/ui/clock-context";
import { asTheme, THEME_COOKIE } from "@/components/ui/theme";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
});

export const metadata: Metadata = {
  title: { default: "Latchkey", template: "%s · Latchkey" },
  description: "Your data sources' credentials, verified and encrypted.",
};

/** What this browser's person chose, if anything. */
const chosenTheme = async () => asTheme((await cookies()).get(THEME_COOKIE)?.value);

// Also what a browser paints before the style sheet is there.
export async function generateViewport(): Promise<Viewport> {
  return { colorScheme: (await chosenTheme()) ?? "light dark" };
}

// Every page depends on who asks, and its scripts carry a nonce.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html className={inter.variable} data-theme={await chosenTheme()} lang="en">
      <body>
        <noscript>
          <p className="bg-warn-soft p-4 text-warn">
            Latchkey needs JavaScript: without it, nothing you type here is sent or saved.
          </p>
        </noscript>
        <WithClock renderedAt={Date.now()}>{children}</WithClock>
      </body>
    </html>
  );
}
