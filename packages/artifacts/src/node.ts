export { createFolderStore } from "./folder-store.ts";
