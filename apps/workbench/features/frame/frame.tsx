import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FrameState } from "./frame-state.tsx";
import { projectCookie } from "./place-names.ts";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";

/** Left rail, top bar and the page between them. */
export async function Frame({ children }: { children: ReactNode }) {
  const t = await getTranslations("frame");
  const last = (await cookies()).get(projectCookie)?.value ?? null;
  return (
    <FrameState lastProject={last}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 text-sm font-medium text-on-accent focus:translate-y-0"
      >
        {t("skipToContent")}
      </a>
      <div data-print="flow" className="flex h-dvh overflow-hidden">
        <Rail />
        <div data-print="flow" className="flex min-w-0 flex-1 flex-col">
          <TopBar />
          <main id="content" tabIndex={-1} data-print="flow" className="flex min-h-0 flex-1 flex-col outline-none">
            {children}
          </main>
        </div>
      </div>
    </FrameState>
  );
}
