import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "../features/frame/frame.tsx";
import { LateFonts } from "../features/frame/late-fonts.tsx";
import { asTheme, themeCookie } from "../features/frame/theme.ts";
import { vendor } from "../vendor.ts";
import { Providers } from "./providers.tsx";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return {
    title: { default: t("name"), template: t.raw("titleTemplate") },
    description: t("description"),
    robots: { index: false },
  };
}

const chineseFonts = [vendor.chineseFont, vendor.chineseFontBold];

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={locale} data-theme={theme}>
      <head>{locale === "zh" && <link rel="stylesheet" href={vendor.chineseFont} precedence="default" />}</head>
      <body>
        <NextIntlClientProvider>
          <Providers locale={locale} theme={theme}>
            <Frame>{children}</Frame>
            {locale !== "zh" && <LateFonts addresses={chineseFonts} />}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
