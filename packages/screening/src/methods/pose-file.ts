import type { ArtifactStore } from "@qinghao/artifacts";

/** Where the poses of a ligand lie: an artifact, and the number of the ligand's entry in it, from 0. */
export type PoseRef = { key: string; record: number };

/** Keeps the poses of some ligands in one artifact, one entry of SD records per ligand. */
export const writePoseFile = (artifacts: Pick<ArtifactStore, "put">, key: string, entries: readonly string[]) =>
  artifacts.put(key, new TextEncoder().encode(JSON.stringify(entries)));

/** The entries of an artifact that `writePoseFile` made. Throws what the store throws. */
export const readPoseFile = async (artifacts: Pick<ArtifactStore, "get">, key: string): Promise<string[]> =>
  JSON.parse(new TextDecoder().decode(await artifacts.get(key))) as string[];
