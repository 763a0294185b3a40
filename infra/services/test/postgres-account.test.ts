import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { asAccount, firstClosedFolder } from "../src/postgres-account.ts";

const somebodyElse = { uid: 65_533, gid: 65_533 };

test.skipIf(process.platform === "win32")("a folder that only its owner may enter is found on the way", () => {
  const top = mkdtempSync(path.join(tmpdir(), "qinghao-account-"));
  chmodSync(top, 0o755);
  const inner = path.join(top, "closed", "data");
  mkdirSync(inner, { recursive: true });
  expect(firstClosedFolder(inner, somebodyElse)).toBeNull();
  chmodSync(path.join(top, "closed"), 0o700);
  expect(firstClosedFolder(inner, somebodyElse)).toBe(path.join(top, "closed"));
  rmSync(top, { recursive: true });
});

test("an ordinary user's PostgreSQL runs as that user", () => {
  expect(asAccount(null, "/opt/postgres", ["-D", "x"], [])).toEqual({
    file: "/opt/postgres",
    args: ["-D", "x"],
    options: {},
  });
});
