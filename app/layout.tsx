import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { WithClock } from "@/components/ui/clock-context";
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
export const viewport: Viewport = { colorScheme: "light dark" };

// Every page depends on who asks, and its scripts carry a nonce.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html className={inter.variable} lang="en">
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
