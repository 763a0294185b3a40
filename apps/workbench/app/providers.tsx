"use client";

import { createQinghaoClient } from "@qinghao/api/client";
import { UiProvider } from "@qinghao/ui";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { RouterProvider } from "react-aria-components";
import type { Theme } from "../features/frame/theme.ts";
import { ThemeProvider } from "../features/frame/theme-provider.tsx";
import type { Locale } from "../i18n/locale.ts";
import { TRPCProvider } from "../trpc/client.ts";
import { isRetryable } from "../trpc/failure.ts";

export function Providers({ locale, theme, children }: { locale: Locale; theme: Theme; children: ReactNode }) {
  const router = useRouter();
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(() =>
    createQinghaoClient({ server: "", locale: () => (document.documentElement.lang === "zh" ? "zh" : "en") }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <RouterProvider navigate={router.push}>
          <ThemeProvider initial={theme}>
            <UiProvider locale={locale}>{children}</UiProvider>
          </ThemeProvider>
        </RouterProvider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 3_000,
        retry: (failures, error) => failures < 2 && isRetryable(error),
        retryDelay: (attempt) => Math.min(4_000, 400 * 2 ** attempt),
      },
    },
  });
}
