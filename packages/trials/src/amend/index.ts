export { type Amendment, amend } from "./amend.ts";
export { type CriterionChange, compareDocuments } from "./compare.ts";
export { similarityOf } from "./similarity.ts";
