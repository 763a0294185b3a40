"use client";

import { LocateFixed } from "lucide-react";
import { useId, useMemo, useRef, useState } from "react";
import { classNames } from "../../class-names.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Switch } from "../../controls/switch.tsx";
import { onViewerKey } from "../viewer3d-keys.ts";
import { contactKinds } from "./contact-kinds.ts";
import { InteractionLegend } from "./interaction-legend.tsx";
import { usePoseText } from "./pose-text.ts";
import { type PoseViewerState, usePoseViewer } from "./use-pose-viewer.ts";
import type { PocketResidue, SceneParts, ShownBox, ShownContact, ShownPose, ShownReceptor } from "./viewer-scene.ts";

export type PoseViewerProps = {
  /** The receptor; null while it is on its way. Keep the same object while it does not change. */
  readonly receptor: ShownReceptor | "none" | null;
  /** Poses in the receptor's coordinates. Keep the same array while they do not change. */
  readonly poses: readonly ShownPose[];
  /** Id of the pose shown. */
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
  /** Contacts of the pose shown. */
  readonly contacts: readonly ShownContact[];
  /** Residues drawn as sticks. */
  readonly pocket: readonly PocketResidue[];
  /** Molblock of a known ligand to compare with; null: none. */
  readonly reference?: string | null;
  /** Where poses are searched; null: not drawn. Keep the same object while it does not change. */
  readonly box?: ShownBox | null;
  /** What is shown, in words: read in place of the picture. */
  readonly description: string;
  readonly className?: string;
};

const everyPart: SceneParts = {
  cartoon: true,
  pocket: true,
  hydrogens: true,
  contacts: true,
  reference: true,
  box: true,
};

/** A receptor with the poses of its ligands, one at a time, and their contacts as dashed lines. */
export function PoseViewer(props: PoseViewerProps) {
  const { receptor, poses, shown, onShow, contacts, pocket, reference = null, box = null } = props;
  const { description, className } = props;
  const text = usePoseText();
  const host = useRef<HTMLDivElement>(null);
  const describedBy = useId();
  const [parts, setParts] = useState<SceneParts>(() => ({ ...everyPart, box: poses.length === 0 }));
  const scene = { host, receptor, reference, poses, shown, contacts, pocket, box, parts };
  const { state, moves } = usePoseViewer(scene);
  const kinds = useMemo(
    () => contactKinds.filter((kind) => contacts.some((contact) => contact.kind === kind)),
    [contacts],
  );
  const step = (by: number) => {
    const next = poses[poses.findIndex(({ id }) => id === shown) + by];
    if (next !== undefined) onShow(next.id);
  };
  const stepKeys = [
    ["PageDown", () => step(1)],
    ["PageUp", () => step(-1)],
  ] as const;
  const has: SceneParts = {
    ...everyPart,
    cartoon: receptor !== "none",
    pocket: receptor !== "none" && poses.length > 0,
    contacts: receptor !== "none" && poses.length > 0,
    reference: reference !== null,
    box: box !== null,
  };
  const notice = noticeOf(state, receptor !== null, text);
  return (
    <section aria-label={text.viewer} className={classNames("flex min-h-0 flex-col gap-2", className)}>
      <div className="relative min-h-64 min-w-0 flex-1 overflow-hidden rounded-md bg-surface">
        <div
          ref={host}
          role="application"
          aria-label={poses.length > 1 ? text.viewerKeysPoses : text.viewerKeys}
          aria-describedby={describedBy}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the 3D view is turned with the keyboard, as its label says
          tabIndex={0}
          onKeyDown={(event) => onViewerKey(event, moves, stepKeys)}
          className="absolute inset-0 outline-offset-[-2px]"
        />
        {notice !== null && (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center p-4 text-center text-sm text-ink-3">
            {notice}
          </p>
        )}
      </div>
      <div data-print="hidden" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {(Object.keys(everyPart) as (keyof SceneParts)[])
          .filter((part) => has[part])
          .map((part) => (
            <Switch key={part} isSelected={parts[part]} onChange={(isOn) => setParts({ ...parts, [part]: isOn })}>
              {text[part]}
            </Switch>
          ))}
        <IconButton
          label={text.toLigand}
          icon={<LocateFixed aria-hidden size={14} />}
          size="small"
          onPress={moves.reset}
        />
      </div>
      {parts.contacts && kinds.length > 0 && <InteractionLegend kinds={kinds} />}
      <p id={describedBy} aria-live="polite" className="text-xs text-ink-3">
        {description}
      </p>
    </section>
  );
}

function noticeOf(state: PoseViewerState, hasReceptor: boolean, text: ReturnType<typeof usePoseText>): string | null {
  if (state === "no-webgl") return text.noWebgl;
  if (state === "unreadable") return text.unreadable;
  return hasReceptor && state === "ready" ? null : text.loadingReceptor;
}
