export * from "./answers.ts";
export { concept, fact, person, record, source } from "./facts.ts";
export * from "./reading.ts";
export * from "./worklist.ts";
