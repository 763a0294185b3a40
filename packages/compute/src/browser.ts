export { enableAutodiff } from "./browser/autodiff.ts";
export { type BrowserBackendOptions, openBackend, probeBackends } from "./browser/open-backend.ts";
