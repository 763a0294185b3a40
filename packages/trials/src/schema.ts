export { type TreatmentIntent, treatmentIntents } from "@qinghao/clinical/schema";
export * from "./criteria/document.schema.ts";
export * from "./criteria/leaf.schema.ts";
export * from "./criteria/ranges.schema.ts";
export * from "./criteria/tree.schema.ts";
export * from "./criteria/verdict.schema.ts";
