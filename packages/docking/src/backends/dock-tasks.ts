import type { DockingLigand, DockingReceptor, Pose, SearchSettings } from "../model.ts";
import type { SiteAtoms } from "../search/receptor-site.ts";
import type { SitePlan } from "../search/site-plan.ts";

/** What each thread of an open receptor starts with. */
export interface DockThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly plan: SitePlan;
  readonly site: SiteAtoms;
  readonly receptor: DockingReceptor;
  /** One word: rooms that are taken. */
  readonly taken: Int32Array;
  readonly rooms: number;
}

export type DockTask =
  | { readonly kind: "tables" }
  | { readonly kind: "maps"; readonly kinds: readonly number[] }
  | { readonly kind: "dock"; readonly ligand: DockingLigand; readonly settings: SearchSettings };

/** Poses of a "dock" task; none for the others. */
export type DockOutput = readonly Pose[];
