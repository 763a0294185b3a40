import { defineConfig } from "vitest/config";

/** Browser tests against one launched stack, one file after the other. */
export default defineConfig({
  test: {
    include: ["apps/*/e2e/**/*.e2e.ts"],
    globalSetup: ["packages/testing/src/stack-setup.ts"],
    pool: "forks",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
