export { isAcuteEvent } from "./acute-events.ts";
export { type Identifiers, indexIdentifiers } from "./identifiers.ts";
export { codeResolver, type SiteMapping } from "./resolver.ts";
export { terminologyOf } from "./terminology-of.ts";
export { type Treatment, treatmentNamed, treatmentNames } from "./treatments.ts";
