import type { ArtifactStore } from "@qinghao/artifacts";
import type { ChemKit } from "@qinghao/chemistry";
import { preparedKey, type Receptor } from "@qinghao/db";
import { loadReceptor } from "@qinghao/docking/formats";
import {
  buriedSurface,
  checkPose,
  InteractionFinder,
  interactionDiagram,
  openSurroundings,
  type PoseMolecule,
  poseChecks,
  readPose,
  residueKey,
  type Surroundings,
  symmetricRmsd,
} from "@qinghao/docking/poses";
import { unwrap } from "@qinghao/kernel";
import type { PoseAnalysis } from "../schema.ts";

/** A receptor with what poses are judged by, opened once for many poses. */
export type BindingSite = {
  surroundings: Surroundings;
  finder: InteractionFinder;
  /** Null where there is none, or none that can be read. */
  reference: PoseMolecule | null;
};

export async function openBindingSite(
  { artifacts, kit }: { artifacts: ArtifactStore; kit: ChemKit },
  { id, reference }: Receptor,
): Promise<BindingSite> {
  const surroundings = openSurroundings(await loadReceptor(artifacts, preparedKey(id)));
  const known = reference === null ? null : readPose(kit, reference);
  return {
    surroundings,
    finder: new InteractionFinder(surroundings),
    reference: known?.ok ? known.value : null,
  };
}

/** RMSD to the site's reference, Å; null where it is another molecule or there is none. */
export const rmsdToReference = ({ reference }: BindingSite, pose: PoseMolecule): number | null =>
  reference === null ? null : (symmetricRmsd(pose, reference)?.rmsd ?? null);

/** Contacts, picture, validity and burial of one pose. Throws what reading and drawing the pose fail with. */
export function analysePose(kit: ChemKit, site: BindingSite, molblock: string, theme: "light" | "dark"): PoseAnalysis {
  const { surroundings, finder } = site;
  const pose = unwrap(readPose(kit, molblock));
  const interactions = finder.find(pose);
  const { outcomes, isValid } = checkPose({ pose, surroundings, references: [] });
  const { width, height, ligand, residues, lines, kinds } = unwrap(
    interactionDiagram(kit, pose, surroundings, interactions, theme),
  );
  return {
    contacts: interactions.map(({ kind, role, residue, ligandPoint, receptorPoint, distance, angle }) => ({
      kind,
      role,
      residue: residueKey(residue),
      chain: residue.chain,
      number: residue.number,
      from: [...ligandPoint],
      to: [...receptorPoint],
      distance,
      angle,
    })),
    diagram: {
      width,
      height,
      ligand,
      residues: [...residues],
      lines: lines.map((line) => ({ ...line, from: [...line.from], to: [...line.to] })),
      kinds: [...kinds],
    },
    isValid,
    checks: poseChecks.flatMap(({ id, unit }) => {
      const { passes, value } = outcomes.get(id)!;
      return passes === null ? [] : [{ id, passes, value, unit }];
    }),
    buried: buriedSurface(pose, surroundings).fraction,
    rmsd: rmsdToReference(site, pose),
  };
}
