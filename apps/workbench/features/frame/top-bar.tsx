"use client";

import { Button, IconButton, Menu } from "@qinghao/ui";
import { Languages, Monitor, Moon, Search, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { localeCookie, locales } from "../../i18n/locale.ts";
import { useFrameActions } from "./frame-state.tsx";
import { setPreference } from "./preference.ts";
import { ProjectSwitcher } from "./project-switcher.tsx";
import { RunIndicator } from "./run-indicator.tsx";
import { themes } from "./theme.ts";
import { useTheme } from "./theme-provider.tsx";

export function TopBar() {
  return (
    <header data-print="hidden" className="flex h-11 shrink-0 items-center gap-2 border-b px-3">
      <ProjectSwitcher />
      <div className="ml-auto flex min-w-0 items-center gap-1">
        <RunIndicator />
        <SearchButton />
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

function SearchButton() {
  const t = useTranslations("frame.search");
  const { openPalette } = useFrameActions();
  const isMac = useSyncExternalStore(never, isApple, () => false);
  return (
    <Button
      look="secondary"
      size="small"
      icon={<Search aria-hidden size={14} className="text-ink-3" />}
      onPress={openPalette}
    >
      <span className="pr-4 font-normal text-ink-2">{t("label")}</span>
      <kbd className="font-sans text-xs text-ink-3">{isMac ? "⌘ K" : "Ctrl K"}</kbd>
    </Button>
  );
}

function LanguageMenu() {
  const t = useTranslations("frame.language");
  const locale = useLocale();
  const router = useRouter();
  return (
    <Menu
      label={t("label")}
      placement="bottom end"
      trigger={<IconButton label={t("label")} icon={<Languages aria-hidden size={16} />} />}
      entries={locales.map((id) => ({
        id,
        label: t(id),
        lang: id,
        isSelected: id === locale,
        onAction: () => {
          setPreference(localeCookie, id);
          router.refresh();
        },
      }))}
    />
  );
}

const themeIcons = { light: Sun, dark: Moon, system: Monitor };

function ThemeMenu() {
  const t = useTranslations("frame.theme");
  const { theme, setTheme } = useTheme();
  const Icon = themeIcons[theme];
  return (
    <Menu
      label={t("label")}
      placement="bottom end"
      trigger={<IconButton label={t("label")} icon={<Icon aria-hidden size={16} />} />}
      entries={themes.map((id) => {
        const EntryIcon = themeIcons[id];
        return {
          id,
          label: t(id),
          icon: <EntryIcon aria-hidden size={14} />,
          isSelected: id === theme,
          onAction: () => setTheme(id),
        };
      })}
    />
  );
}
