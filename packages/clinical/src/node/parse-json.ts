import { clinicalErrors } from "../errors.ts";

/** JSON of a file's line. Errors: `clinical.patients.unreadable`. */
export function parseJson(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which holds a patient's values: only the place is told.
    throw clinicalErrors.create("patients.unreadable", { file, line });
  }
}
