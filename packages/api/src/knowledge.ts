export { codeOf } from "./knowledge/code-links.ts";
export { conceptRef, namesOf } from "./knowledge/concept-ref.ts";
export { conceptView } from "./knowledge/concept-view.ts";
export { expansionView } from "./knowledge/expansion-view.ts";
export { searchView } from "./knowledge/search-view.ts";
