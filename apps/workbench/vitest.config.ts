import preset from "@qinghao/config/vitest";
import { mergeConfig } from "vitest/config";

// Next compiles the JSX of the application; the tests compile it themselves.
export default mergeConfig(preset, { oxc: { jsx: { runtime: "automatic" } } });
