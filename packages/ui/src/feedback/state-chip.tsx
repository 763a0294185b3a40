"use client";

import {
  Ban,
  Check,
  CircleDashed,
  CircleX,
  Clock,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Pause,
  TriangleAlert,
} from "lucide-react";
import { classNames } from "../class-names.ts";
import { useUiText } from "../ui-locale.ts";

export type JobState =
  | "queued"
  | "waiting"
  | "running"
  | "paused"
  | "cancelling"
  | "cancelled"
  | "completed"
  | "partial"
  | "failed"
  | "ready"
  | "unavailable";

const looks: Record<JobState, { icon: LucideIcon; tone: string; spins?: true }> = {
  queued: { icon: CircleDashed, tone: "bg-hover text-ink-2" },
  waiting: { icon: Hourglass, tone: "bg-warn-soft text-warn" },
  running: { icon: LoaderCircle, tone: "bg-info-soft text-info", spins: true },
  paused: { icon: Pause, tone: "bg-warn-soft text-warn" },
  cancelling: { icon: Clock, tone: "bg-hover text-ink-2" },
  cancelled: { icon: Ban, tone: "bg-hover text-ink-2" },
  completed: { icon: Check, tone: "bg-accent-soft text-accent" },
  partial: { icon: TriangleAlert, tone: "bg-warn-soft text-warn" },
  failed: { icon: CircleX, tone: "bg-danger-soft text-danger" },
  ready: { icon: Check, tone: "bg-accent-soft text-accent" },
  unavailable: { icon: CircleX, tone: "bg-hover text-ink-2" },
};

/** The state of a job or service: an icon, a word and a colour, never the colour alone. */
export function StateChip({ state, label }: { state: JobState; label?: string }) {
  const text = useUiText();
  const words: Record<JobState, string> = {
    queued: text.stateQueued,
    waiting: text.stateWaiting,
    running: text.stateRunning,
    paused: text.statePaused,
    cancelling: text.stateCancelling,
    cancelled: text.stateCancelled,
    completed: text.stateDone,
    partial: text.statePartial,
    failed: text.stateFailed,
    ready: text.stateReady,
    unavailable: text.stateUnavailable,
  };
  const look = looks[state];
  const Icon = look.icon;
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap",
        look.tone,
      )}
    >
      <Icon aria-hidden size={12} className={look.spins === true ? "animate-spin motion-reduce:animate-none" : ""} />
      {label ?? words[state]}
    </span>
  );
}
