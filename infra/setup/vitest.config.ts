// The set-up scripts are no package of the workspace: they run before there is one.
export { default } from "../../packages/config/vitest.preset.ts";
