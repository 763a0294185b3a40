export { writeBenchReport } from "./bench-report.ts";
export { madeUpPocket } from "./made-up-pocket.ts";
export { enumerateSmiles } from "./molecules.ts";
export {
  startTestPostgres,
  startTestTemporal,
  type TestPostgres,
  type TestServer,
  type TestTemporal,
  testPostgres,
  testTemporal,
  whyNoTemporal,
} from "./services.ts";
export { type Stack, type StartStackOptions, startStack, testStack } from "./stack.ts";
export { type ModelAnswer, startStandInModel, tellModel } from "./stand-in-model.ts";
