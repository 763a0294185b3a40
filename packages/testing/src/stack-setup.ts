import { startStack } from "./stack.ts";

/** Global set-up of the browser tests: one stack for all files, told to them through the environment. */
export async function setup(): Promise<() => Promise<void>> {
  const { stop, ...places } = await startStack({ demonstration: true });
  process.env.QINGHAO_TEST_STACK = JSON.stringify(places);
  return stop;
}
