"use client";

import { type ReactNode, useMemo, useState } from "react";
import { Tabs } from "../../controls/tabs.tsx";
import { Skeleton } from "../../feedback/skeleton.tsx";
import { useUiLocale } from "../../ui-locale.ts";
import { formatDecimal, formatPercent } from "../../values/format.ts";
import { KeyValue } from "../../values/key-value.tsx";
import { CheckTable } from "./check-table.tsx";
import { ContactTable } from "./contact-table.tsx";
import { InteractionDiagram } from "./interaction-diagram.tsx";
import { type ListedPose, PoseList } from "./pose-list.tsx";
import { usePoseText } from "./pose-text.ts";
import { PoseViewer, type PoseViewerProps } from "./pose-viewer.tsx";
import type { ShownAnalysis } from "./shown-analysis.ts";
import type { PocketResidue, ShownPose } from "./viewer-scene.ts";

export type PoseExplorerProps = Pick<PoseViewerProps, "receptor" | "reference" | "box" | "shown" | "onShow"> & {
  /** Name of the molecule, or of the file of poses. */
  readonly name: string;
  /** Poses in the receptor's coordinates. Keep the same array while they do not change. */
  readonly poses: readonly (ShownPose & ListedPose)[];
  /** Of the pose shown; null while it is on its way or where there is none. */
  readonly analysis: ShownAnalysis | null;
  /** Why there is no analysis. */
  readonly problem?: ReactNode;
};

type Side = "diagram" | "contacts" | "checks";
const noPocket: readonly PocketResidue[] = [];

/** Poses in their receptor: a 3D view and a list beside it, and what holds the pose shown and whether it is possible. */
export function PoseExplorer(props: PoseExplorerProps) {
  const { name, receptor, reference = null, box = null, poses, shown, onShow, analysis, problem } = props;
  const text = usePoseText();
  const locale = useUiLocale();
  const [side, setSide] = useState<Side>("diagram");
  // The residues of the pose before stay until those of this one are known, so that the picture does not flicker.
  const [last, setLast] = useState(analysis);
  if (analysis !== null && analysis !== last) setLast(analysis);
  const pocket = useMemo(() => (last === null ? noPocket : pocketOf(last)), [last]);
  // Laid over a known ligand, without a receptor: there is nothing to touch.
  const isAlone = receptor === "none";
  const at = poses.findIndex(({ id }) => id === shown);
  const pose = poses[at];
  const failed = analysis?.checks.filter(({ passes }) => passes === false).length ?? 0;
  const waiting = problem ?? (pose !== undefined && <Skeleton className="h-48 w-full" />);
  return (
    <div className="@container flex flex-col gap-4">
      <div className="grid grid-cols-1 gap-4 @3xl:h-[30rem] @3xl:grid-cols-[minmax(0,1fr)_20rem]">
        <PoseViewer
          receptor={receptor}
          reference={reference}
          box={box}
          poses={poses}
          shown={shown}
          onShow={onShow}
          contacts={analysis?.contacts ?? []}
          pocket={pocket}
          description={
            pose === undefined
              ? name
              : [
                  text.poseOf(name, String(at + 1), String(poses.length)),
                  isAlone ? "" : analysis === null ? text.analysing : text.contactCount(analysis.contacts.length),
                ].join(" ")
          }
          className="h-96 @3xl:h-auto"
        />
        <div className="flex min-h-0 flex-col gap-3">
          {(!isAlone || poses.length > 1) && (
            <PoseList poses={poses} shown={shown} onShow={onShow} className="max-h-52 @3xl:max-h-none @3xl:flex-1" />
          )}
          {analysis !== null && (
            <KeyValue
              items={[
                {
                  key: "verdict",
                  label: text.verdict,
                  value: (
                    <span className={analysis.isValid ? "text-accent" : "text-danger"}>
                      {analysis.isValid ? text.valid : text.invalid(failed)}
                    </span>
                  ),
                },
                { key: "buried", label: text.buried, value: formatPercent(locale, analysis.buried) },
                ...(analysis.rmsd === null
                  ? []
                  : [{ key: "rmsd", label: text.rmsdKnown, value: `${formatDecimal(analysis.rmsd, 2)} Å` }]),
              ]}
            />
          )}
        </div>
      </div>
      {!isAlone && (
        <Tabs<Side>
          label={text.contacts}
          value={side}
          onChange={setSide}
          tabs={[
            {
              id: "diagram",
              label: text.diagram,
              content:
                analysis === null ? (
                  waiting
                ) : (
                  <InteractionDiagram
                    diagram={analysis.diagram}
                    name={pose?.label ?? name}
                    className="max-h-[34rem] max-w-3xl"
                  />
                ),
            },
            {
              id: "contacts",
              label: text.contacts,
              ...(analysis === null ? {} : { count: String(analysis.contacts.length) }),
              content: analysis === null ? waiting : <ContactTable contacts={analysis.contacts} />,
            },
            {
              id: "checks",
              label: text.checksTitle,
              content: analysis === null ? waiting : <CheckTable checks={analysis.checks} />,
            },
          ]}
        />
      )}
    </div>
  );
}

function pocketOf({ contacts }: ShownAnalysis): PocketResidue[] {
  const residues = new Map(contacts.map(({ residue, chain, number }) => [residue, { chain, number }]));
  return [...residues.values()];
}
