export { importCompounds } from "./import-compounds.workflow.ts";
export { searchSubstructure } from "./search-substructure.workflow.ts";
