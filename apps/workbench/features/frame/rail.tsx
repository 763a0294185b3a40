"use client";

import { classNames } from "@qinghao/ui";
import {
  Activity,
  BookOpenText,
  Boxes,
  ClipboardCheck,
  Filter,
  FlaskConical,
  type LucideIcon,
  Play,
  Puzzle,
  SquarePen,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Mark } from "./mark.tsx";
import { type Room, roomHref, useCurrentProject, useIsHere } from "./place.ts";

const rooms: { room: Room; icon: LucideIcon }[] = [
  { room: "design", icon: SquarePen },
  { room: "compounds", icon: FlaskConical },
  { room: "screening", icon: Filter },
  { room: "receptors", icon: Puzzle },
  { room: "models", icon: Boxes },
  { room: "knowledge", icon: BookOpenText },
  { room: "trials", icon: ClipboardCheck },
  { room: "runs", icon: Play },
];

/** The rooms in the order of the work; administration at the foot. Narrow windows see icons only. */
export function Rail() {
  const t = useTranslations("frame");
  return (
    <nav
      aria-label={t("rooms")}
      data-print="hidden"
      className="flex w-48 shrink-0 flex-col gap-0.5 border-r bg-surface p-2 max-xl:w-13"
    >
      <Link
        href="/"
        className="mb-2 flex h-8 items-center gap-2 rounded-md px-2 text-base font-semibold tracking-[-0.01em] text-ink max-xl:justify-center max-xl:px-0"
      >
        <Mark className="size-5 shrink-0 text-accent" />
        <span className="max-xl:screen-reader-only">{t("name")}</span>
      </Link>
      {rooms.map(({ room, icon }) => (
        <RoomLink key={room} room={room} icon={icon} />
      ))}
      <div className="mt-auto flex flex-col">
        <RoomLink room="system" icon={Activity} />
      </div>
    </nav>
  );
}

function RoomLink({ room, icon: Icon }: { room: Room; icon: LucideIcon }) {
  const t = useTranslations("frame");
  const { projectId } = useCurrentProject();
  const isHere = useIsHere();
  const href = roomHref(room, projectId);
  const label = t(`room.${room}`);
  const shape =
    "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm transition-colors max-xl:justify-center max-xl:px-0";
  const content = (
    <>
      <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      <span className="truncate max-xl:screen-reader-only">{label}</span>
    </>
  );
  if (href === null)
    return (
      <span className={classNames(shape, "text-ink-3 opacity-60")} title={t("roomNeedsProject")} aria-disabled="true">
        {content}
      </span>
    );
  // What a project adds to the knowledge lies in the project and belongs to the same room.
  const here = isHere(href) || (room === "knowledge" && projectId !== null && isHere(`/p/${projectId}/knowledge`));
  return (
    <Link
      href={href}
      title={label}
      aria-current={here ? "page" : undefined}
      className={classNames(
        shape,
        here ? "bg-pressed font-medium text-ink [&>svg]:text-accent" : "text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      {content}
    </Link>
  );
}
