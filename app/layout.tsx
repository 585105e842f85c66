// Server: the document: fonts, theme and what every page shares.
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import adminConfig from "@/admin.config";
import { mono, sans } from "@/app/fonts";
import { readPreferences } from "@/lib/preferences";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: adminConfig.name, template: `%s · ${adminConfig.name}` },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

// Reading the cookies makes every page dynamic, which the nonce of the content security policy needs anyway.
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, sidebar, shortcuts } = await readPreferences();
  return (
    <html
      lang="en"
      className={`${sans.variable} ${mono.variable}`}
      data-theme={theme}
      data-sidebar={sidebar}
      data-shortcuts={shortcuts}
    >
      <body>{children}</body>
    </html>
  );
}
