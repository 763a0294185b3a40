import path from "node:path";
import { expect, it } from "vitest";
import { knowledgeFolder } from "../src/knowledge.ts";

it.each([
  ["/srv/packs", "/typed/here", "/srv/packs"],
  ["packs", "/typed/here", path.join("/typed/here", "packs")],
])("takes the packs of %s, typed in %s", async (given, typedIn, folder) => {
  const said: string[] = [];
  const env = { NODE_ENV: "test" as const, QINGHAO_KNOWLEDGE: given, INIT_CWD: typedIn };
  expect([await knowledgeFolder(env, (line) => said.push(line)), said]).toEqual([folder, []]);
});
