import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type VendorFolder, vendorFolders } from "./vendor-assets.ts";

const target = fileURLToPath(new URL("../public/vendor", import.meta.url));
const folders: VendorFolder[] = Object.values(vendorFolders());

mkdirSync(target, { recursive: true });
for (const { folder, from, files } of folders) {
  if (existsSync(join(target, folder))) continue;
  const unfinished = join(target, `.${folder}-${process.pid}`);
  for (const file of files) {
    mkdirSync(dirname(join(unfinished, file)), { recursive: true });
    cpSync(join(from, file), join(unfinished, file));
  }
  mkdirSync(unfinished, { recursive: true });
  renameSync(unfinished, join(target, folder));
  console.log(`copied ${files.length} files to vendor/${folder}`);
}
const wanted = new Set(folders.map((one) => one.folder));
for (const name of readdirSync(target)) if (!wanted.has(name)) rmSync(join(target, name), { recursive: true });
