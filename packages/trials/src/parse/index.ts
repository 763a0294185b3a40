export { type Annotation, type AnnotationType, annotate, annotationTypes } from "./annotate.ts";
export type { LanguageChoice } from "./languages.ts";
export { type Note, readNote, sentenceOfNote } from "./notes.ts";
export { type ParseOptions, parseCriteria } from "./parse-criteria.ts";
