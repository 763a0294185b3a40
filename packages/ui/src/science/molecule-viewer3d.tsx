"use client";

import { RotateCcw } from "lucide-react";
import { useId, useRef, useState } from "react";
import { classNames } from "../class-names.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { Select } from "../controls/select.tsx";
import { Switch } from "../controls/switch.tsx";
import { useScienceText } from "./science-text.ts";
import { useViewer3d } from "./use-viewer3d.ts";
import { onViewerKey } from "./viewer3d-keys.ts";
import type { Viewer3dStyle } from "./viewer3d-styles.ts";

export type MoleculeViewer3dProps = {
  /** V2000 molblock with 3D coordinates and explicit hydrogens; null while there is none. */
  readonly molblock: string | null;
  /** What is shown, in words: shown below the picture and read in its place. */
  readonly description: string;
  readonly isComputing?: boolean;
  /** The structure shown belongs to an earlier sketch. */
  readonly isStale?: boolean;
  readonly failure?: string | undefined;
  readonly className?: string;
};

/** One small molecule in three dimensions. The viewer is created once and shows each new structure in turn. */
export function MoleculeViewer3d(props: MoleculeViewer3dProps) {
  const { molblock, description, isComputing = false, isStale = false, failure, className } = props;
  const text = useScienceText();
  const host = useRef<HTMLDivElement>(null);
  const describedBy = useId();
  const [style, setStyle] = useState<Viewer3dStyle>("ball-and-stick");
  const [showHydrogens, setShowHydrogens] = useState(true);
  const { state, moves } = useViewer3d({ host, molblock, style, showHydrogens });

  const notice = failure ?? (state === "no-webgl" ? text.noWebgl : null);
  return (
    <div
      data-print={molblock === null ? "hidden" : undefined}
      className={classNames("flex min-h-0 flex-col gap-2", className)}
    >
      <div className="relative min-h-48 flex-1 overflow-hidden rounded-md bg-surface">
        <div
          ref={host}
          role="application"
          aria-label={text.viewerKeys}
          aria-describedby={describedBy}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the 3D view is turned with the keyboard, as its label says
          tabIndex={0}
          onKeyDown={(event) => onViewerKey(event, moves)}
          className={classNames("absolute inset-0 outline-offset-[-2px]", isStale && "opacity-40")}
        />
        {molblock === null && notice === null && (
          <p className="pointer-events-none absolute inset-0 flex items-center justify-center p-4 text-center text-sm text-ink-3">
            {isComputing ? text.computing3d : text.no3d}
          </p>
        )}
        {notice !== null && (
          <p className="absolute inset-0 flex items-center justify-center p-4 text-center text-sm text-ink-2">
            {notice}
          </p>
        )}
        {isComputing && molblock !== null && (
          <p className="absolute top-2 left-2 rounded-sm bg-raised px-2 py-0.5 text-xs text-ink-2">
            {text.computing3d}
          </p>
        )}
      </div>
      <div data-print="hidden" className="flex flex-wrap items-center gap-2">
        <Select
          label={text.viewerStyle}
          hideLabel
          value={style}
          onChange={setStyle}
          options={[
            { id: "ball-and-stick", label: text.ballAndStick },
            { id: "stick", label: text.stick },
            { id: "space-filling", label: text.spaceFilling },
          ]}
          className="w-36"
        />
        <Switch isSelected={showHydrogens} onChange={setShowHydrogens}>
          {text.hydrogens}
        </Switch>
        <IconButton
          label={text.resetView}
          icon={<RotateCcw aria-hidden size={14} />}
          size="small"
          onPress={moves.reset}
        />
      </div>
      <p id={describedBy} aria-live="polite" className="text-xs text-ink-3">
        {description}
      </p>
    </div>
  );
}
