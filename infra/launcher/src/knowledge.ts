import path from "node:path";
import { buildKnowledge, standardFolders } from "@qinghao/knowledge/node";

/**
 * The folder of the knowledge packs: QINGHAO_KNOWLEDGE, which the set-up has filled, else the packs of the committed tables,
 * built here where they are not there yet. A relative folder starts where the person typed the command.
 */
export async function knowledgeFolder(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string> {
  if (env.QINGHAO_KNOWLEDGE) return path.resolve(env.INIT_CWD ?? process.cwd(), env.QINGHAO_KNOWLEDGE);
  const onBuild = () => say("Building the knowledge packs (about a minute; again only after their tables change) ...");
  return (await buildKnowledge({ ...standardFolders(env), onBuild })).folder;
}
