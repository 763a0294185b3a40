"use client";

import { LocateFixed } from "lucide-react";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { classNames } from "../../class-names.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Switch } from "../../controls/switch.tsx";
import { contactKinds } from "./contact-kinds.ts";
import { InteractionLegend } from "./interaction-legend.tsx";
import { type ListedPose, PoseList } from "./pose-list.tsx";
import { usePoseText } from "./pose-text.ts";
import { type PoseViewerState, usePoseViewer } from "./use-pose-viewer.ts";
import type { PocketResidue, SceneParts, ShownContact, ShownPose } from "./viewer-scene.ts";

export type PoseViewerProps = {
  /** The receptor's file; null while it is on its way. Keep the same object while it does not change. */
  readonly receptor: { readonly text: string; readonly format: "pdb" | "cif" } | null;
  /** Poses in the receptor's coordinates. Keep the same array while they do not change. */
  readonly poses: readonly (ShownPose & ListedPose)[];
  /** Id of the pose shown. */
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
  /** Contacts of the pose shown. */
  readonly contacts: readonly ShownContact[];
  /** Residues drawn as sticks. */
  readonly pocket: readonly PocketResidue[];
  /** Molblock of a known ligand to compare with; null: none. */
  readonly reference?: string | null;
  /** What is shown, in words: read in place of the picture. */
  readonly description: string;
  readonly className?: string;
};

const turnDegrees = 15;

/** A receptor with the poses of its ligands, one at a time, and their contacts as dashed lines. */
export function PoseViewer(props: PoseViewerProps) {
  const { receptor, poses, shown, onShow, contacts, pocket, reference = null, description, className } = props;
  const text = usePoseText();
  const host = useRef<HTMLDivElement>(null);
  const describedBy = useId();
  const [parts, setParts] = useState<SceneParts>({
    cartoon: true,
    pocket: true,
    hydrogens: true,
    reference: true,
    contacts: true,
  });
  const { state, toLigand, turn, zoom } = usePoseViewer({
    host,
    receptor,
    reference,
    poses,
    shown,
    contacts,
    pocket,
    parts,
  });
  const kinds = useMemo(
    () => contactKinds.filter((kind) => contacts.some((contact) => contact.kind === kind)),
    [contacts],
  );

  const step = (by: number) => {
    const next = poses[poses.findIndex(({ id }) => id === shown) + by];
    if (next !== undefined) onShow(next.id);
  };
  const keys = new Map<string, () => void>([
    ["ArrowLeft", () => turn("y", -turnDegrees)],
    ["ArrowRight", () => turn("y", turnDegrees)],
    ["ArrowUp", () => turn("x", -turnDegrees)],
    ["ArrowDown", () => turn("x", turnDegrees)],
    ["+", () => zoom(1.2)],
    ["=", () => zoom(1.2)],
    ["-", () => zoom(1 / 1.2)],
    ["0", toLigand],
    ["PageDown", () => step(1)],
    ["PageUp", () => step(-1)],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys.get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  const notice = noticeOf(state, receptor !== null, text);
  return (
    <section aria-label={text.viewer} className={classNames("flex min-h-0 flex-col gap-2", className)}>
      <div className="flex min-h-0 flex-1 gap-3">
        <div className="relative min-h-64 min-w-0 flex-1 overflow-hidden rounded-md bg-surface">
          <div
            ref={host}
            role="application"
            aria-label={text.viewerKeys}
            aria-describedby={describedBy}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the 3D view is turned with the keyboard, as its label says
            tabIndex={0}
            onKeyDown={onKeyDown}
            className="absolute inset-0 outline-offset-[-2px]"
          />
          {notice !== null && (
            <p className="pointer-events-none absolute inset-0 flex items-center justify-center p-4 text-center text-sm text-ink-3">
              {notice}
            </p>
          )}
        </div>
        <PoseList poses={poses} shown={shown} onShow={onShow} className="w-44 shrink-0" />
      </div>
      <div data-print="hidden" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {(
          ["cartoon", "pocket", "hydrogens", "contacts", ...(reference === null ? [] : ["reference" as const])] as const
        ).map((part) => (
          <Switch key={part} isSelected={parts[part]} onChange={(isOn) => setParts({ ...parts, [part]: isOn })}>
            {text[part]}
          </Switch>
        ))}
        <IconButton
          label={text.toLigand}
          icon={<LocateFixed aria-hidden size={14} />}
          size="small"
          onPress={toLigand}
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
