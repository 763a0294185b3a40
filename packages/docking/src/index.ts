export { dockingErrors } from "./errors.ts";
export {
  type Box,
  type Branch,
  type DockedLigand,
  type DockingBackend,
  type DockingLigand,
  type DockingReceptor,
  notScored,
  type OpenDocking,
  type Pose,
  type ReceptorAtom,
  type SearchSettings,
} from "./model.ts";
