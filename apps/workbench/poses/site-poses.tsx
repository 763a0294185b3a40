"use client";

import type { PoseView } from "@qinghao/api/schema";
import { PoseExplorer, type ShownBox } from "@qinghao/ui/poses";
import { useMemo } from "react";
import { FailureState } from "../trpc/failure-state.tsx";
import { usePoseAnalysis } from "./use-pose-analysis.ts";
import { useReceptorStructure } from "./use-receptor-structure.ts";

export type SitePosesProps = {
  /** Null: the poses lie over the reference alone. */
  readonly receptorId: string | null;
  /** Molblock of the known ligand; null: none. */
  readonly reference: string | null;
  readonly box: ShownBox | null;
  /** Of the molecule or the file. */
  readonly name: string;
  readonly poses: readonly PoseView[];
  /** Rank of the pose shown. */
  readonly shown: number | null;
  readonly onShow: (rank: number) => void;
};

/** Poses in a registered receptor, with what holds the one shown; or over a known ligand alone. */
export function SitePoses({ receptorId, reference, box, name, poses, shown, onShow }: SitePosesProps) {
  const structure = useReceptorStructure(receptorId);
  const listed = useMemo(
    () => poses.map((pose) => ({ ...pose, id: String(pose.rank), label: labelOf(pose) })),
    [poses],
  );
  const pose = poses.find(({ rank }) => rank === shown) ?? null;
  const analysis = usePoseAnalysis(receptorId, pose?.molblock ?? null);
  if (structure.isError) return <FailureState error={structure.error} onRetry={() => void structure.refetch()} />;
  return (
    <PoseExplorer
      name={name}
      receptor={receptorId === null ? "none" : (structure.data ?? null)}
      reference={reference}
      box={box}
      poses={listed}
      shown={shown === null ? null : String(shown)}
      onShow={(id) => onShow(Number(id))}
      analysis={analysis.data ?? null}
      problem={analysis.isError ? <FailureState error={analysis.error} /> : undefined}
    />
  );
}

const labelOf = ({ rank, name }: PoseView): string => (name === null || name === "" ? `${rank}` : `${rank} · ${name}`);
