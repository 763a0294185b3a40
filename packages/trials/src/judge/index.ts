export * from "./judge.schema.ts";
export { type JudgeModel, type JudgeOptions, judgeNote, shippedModel } from "./judge-note.ts";
