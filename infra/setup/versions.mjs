// The pinned tools that run everything else.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
export const nodeMajor = 24;
export const nodeVersion = "24.21.0";
export const pnpmVersion = "11.28.11";
