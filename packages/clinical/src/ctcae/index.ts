export { type Baseline, type GradedValue, type GradeSpan, gradeOf } from "./grade.ts";
export type { CtcaeTerm, Limit, Step } from "./term.ts";
export { ctcaeTerm, ctcaeTerms } from "./terms.ts";
