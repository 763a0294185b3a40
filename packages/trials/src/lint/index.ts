export { type LintCode, type LintFinding, lintCodes, type Witness } from "./finding.ts";
export { lintDocument } from "./lint-document.ts";
