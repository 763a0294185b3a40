import { randomBytes } from "node:crypto";
import { newId, type ProjectId } from "@qinghao/kernel";
import type { ProjectEntry } from "@qinghao/knowledge";
import { testPostgres } from "@qinghao/testing";
import { beforeAll, describe, expect, test } from "vitest";
import {
  addProjectKnowledge,
  createProject,
  type Database,
  listProjectKnowledge,
  migrate,
  openDatabase,
  projectKnowledgeStamp,
  removeProjectKnowledge,
} from "../src/index.ts";

const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) => newId(kind, Date.now(), randomBytes);
const name = (text: string): ProjectEntry => ({
  entry: "name",
  concept: "MONDO:0005233",
  text,
  language: "zh-Hans",
  role: "synonym",
  note: null,
});
const withIds = (entries: ProjectEntry[]) => entries.map((entry) => ({ id: makeId("knowledge"), entry }));

describe("a project's own knowledge", () => {
  let db: Database;
  let projectId: ProjectId;
  beforeAll(async () => {
    db = openDatabase(await testPostgres());
    await migrate(db);
    projectId = (await createProject(db, { id: makeId("project"), name: "Lung" })).id as ProjectId;
    return () => db.close();
  });

  test("is stored once, listed in order, removed by id, and has a stamp that changes with it", async () => {
    const stamps = [await projectKnowledgeStamp(db, projectId)];
    const two = withIds([name("肺非小"), name("非小肺癌")]);
    expect(await addProjectKnowledge(db, projectId, two)).toEqual(two.map(({ id }) => id));
    stamps.push(await projectKnowledgeStamp(db, projectId));
    expect(await addProjectKnowledge(db, projectId, withIds([name("肺非小")]))).toEqual([]);
    expect(await projectKnowledgeStamp(db, projectId)).toBe(stamps[1]);
    expect((await listProjectKnowledge(db, projectId)).map(({ entry }) => entry.text)).toEqual(["肺非小", "非小肺癌"]);
    expect(await removeProjectKnowledge(db, projectId, [two[0]!.id, "know_nothing"])).toBe(1);
    stamps.push(await projectKnowledgeStamp(db, projectId));
    expect(new Set(stamps).size).toBe(3);
  });

  test("belongs to its project", async () => {
    const other = (await createProject(db, { id: makeId("project"), name: "Liver" })).id as ProjectId;
    const [mine] = withIds([name("肺小")]);
    await addProjectKnowledge(db, projectId, [mine!]);
    expect(await listProjectKnowledge(db, other)).toEqual([]);
    expect(await removeProjectKnowledge(db, other, [mine!.id])).toBe(0);
    await expect(listProjectKnowledge(db, "prj_nowhere" as ProjectId)).rejects.toMatchObject({
      code: "db.project.missing",
    });
  });
});
