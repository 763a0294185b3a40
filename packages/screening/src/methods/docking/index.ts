export { dockForms } from "./dock-forms.ts";
export { type DockingSettings, docking, dockingSettings } from "./docking.ts";
export { type LigandForms, openFormMaker } from "./ligand-forms.ts";
