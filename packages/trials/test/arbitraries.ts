export { randomLeaf } from "./arbitraries/leaves.ts";
export { randomCount, randomRange, randomWindow } from "./arbitraries/ranges.ts";
export { randomRecord } from "./arbitraries/records.ts";
export { randomTemporal, randomTree } from "./arbitraries/trees.ts";
export { defined, partialDate, randomAsOf } from "./arbitraries/vocabulary.ts";
