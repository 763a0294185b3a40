import type { ArtifactStore } from "@qinghao/artifacts";
import { unwrap } from "@qinghao/kernel";
import type { DockingReceptor } from "../model.ts";
import { readReceptorRecord } from "./receptor-record.ts";

/**
 * The atoms of a receptor as they were prepared, from the artifact that `writeReceptorRecord` made.
 * Throws what the store throws, and `docking.receptor.record` where the artifact is anything else.
 */
export const loadReceptor = async (artifacts: Pick<ArtifactStore, "get">, key: string): Promise<DockingReceptor> =>
  unwrap(readReceptorRecord(new TextDecoder().decode(await artifacts.get(key))));
