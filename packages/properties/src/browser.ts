// In a page: `openModels` with a loader that fetches from where the weights are served, then `predict` and `explain`.
export * from "./index.ts";
