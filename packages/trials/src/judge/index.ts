export * from "./judge.schema.ts";
export { type JudgeOptions, judgeNote, shippedModel } from "./judge-note.ts";
