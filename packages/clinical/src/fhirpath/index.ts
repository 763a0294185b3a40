export {
  compileFhirPath,
  type FhirPathExpression,
  type FhirPathFailure,
  type FhirPathVariables,
} from "./compile.ts";
