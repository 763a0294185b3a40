import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { createFolderStore } from "@qinghao/artifacts/node";
import { openDatabase, storeCampaignHits } from "@qinghao/db";
import { campaignIdSchema } from "@qinghao/kernel";
import { madeUpPocket } from "@qinghao/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { QinghaoClient } from "../src/client.ts";
import { codeOf, type ServedApi, serveApi } from "./served-api.ts";

const pdb = madeUpPocket();
const known = { residue: "A:BEN900" };

/** Two residues so far apart that the grid between them takes tens of seconds to look through. */
const wide = pdb
  .split("\n")
  .filter((line) => /^ATOM.{18}( {3}1| {3}2) /.test(line))
  .map((line) =>
    line.slice(22, 26) === "   1" ? line : `${line.slice(0, 30)}${" 380.000".repeat(3)}${line.slice(54)}`,
  )
  .join("\n");

const ethanol = `ethanol

  made up
  3  2  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.5200    0.0000    0.0000 C   0  0
    2.0000    1.3400    0.1000 O   0  0
  1  2  1  0
  2  3  1  0
M  END
`;

describe("receptors", () => {
  let served: ServedApi;
  let client: QinghaoClient;
  let projectId: string;

  beforeAll(async () => {
    served = await serveApi();
    client = served.client;
    projectId = (await client.projects.create.mutate({ name: "Kinase" })).id;
    return () => served.close();
  });

  const register = (more: object = {}) =>
    client.receptors.register.mutate({
      ...{ projectId, name: "made-up pocket", text: pdb, fileName: "pocket.pdb", reference: known },
      ...more,
    });

  it("looks into a structure without keeping it", async () => {
    const upload = await fetch(`${served.url}/api/v1/uploads?fileName=pocket.pdb.gz`, {
      method: "POST",
      body: new Uint8Array(gzipSync(pdb)),
      headers: { "content-type": "application/octet-stream" },
    });
    const { uploadId } = (await upload.json()) as { uploadId: string };
    const seen = await client.receptors.inspect.mutate({ uploadId, selection: { drop: ["A:BEN900"] } });
    expect(seen).toMatchObject({
      format: "pdb",
      fileName: "pocket.pdb.gz",
      ligands: [{ residue: "A:BEN900", role: "ligand", heavyAtoms: 9 }],
      report: { chains: [{ chain: "A", residues: 30 }] },
    });
    // 30 serines of 6 heavy atoms each; the hollow lies around the origin.
    expect(seen.report?.heavyAtoms).toBe(180);
    expect(Math.hypot(...seen.center)).toBeLessThan(1);
    const { pockets } = await client.receptors.pockets.mutate({ uploadId, selection: { drop: ["A:BEN900"] } });
    expect(Math.hypot(...pockets[0]!.center)).toBeLessThan(3);
    expect(seen.structure).toContain("_atom_site.Cartn_x");
    expect(seen.reference).toBeNull();
    const around = await client.receptors.inspect.mutate({ uploadId, reference: known });
    expect(around.report?.heavyAtoms).toBe(180);
    expect(around.reference).toEqual({ molblock: seen.ligands[0]!.molblock, box: seen.ligands[0]!.box });
    const { molblock } = around.reference!;
    const given = await client.receptors.inspect.mutate({ uploadId, reference: { molblock } });
    expect(given.reference?.box.size).toEqual(around.reference?.box.size);
    expect((await client.receptors.list.query({ projectId })).receptors).toEqual([]);
  });

  it("stops looking for pockets once nobody waits for them", async () => {
    const look = (signal: AbortSignal) =>
      client.receptors.pockets.mutate({ text: wide, fileName: "wide.pdb" }, { signal });
    const [stopFirst, stopSecond] = [new AbortController(), new AbortController()];
    let isFirstDone = false;
    const first = look(stopFirst.signal).finally(() => {
      isFirstDone = true;
    });
    await setTimeout(500);
    const second = look(stopSecond.signal);
    await setTimeout(500);
    stopSecond.abort();
    await expect(second).rejects.toThrow(/abort/i);
    // Both threads were busy, so this would have had to wait for the first.
    await client.receptors.inspect.mutate({ text: pdb, fileName: "pocket.pdb" });
    expect(isFirstDone).toBe(false);
    stopFirst.abort();
    await expect(first).rejects.toThrow(/abort/i);
  });

  it("says what is wrong with a file, a ligand and a box", async () => {
    expect(await codeOf(register({ fileName: "pocket.txt" }))).toBe("docking.receptor.format");
    expect(await codeOf(register({ text: "ATOM      1  N   SER A   1       x.xxx" }))).toBe(
      "docking.structure.coordinates",
    );
    expect(await codeOf(register({ reference: { residue: "A:STI1" } }))).toBe("api.receptor.no_ligand");
    expect(await codeOf(register({ reference: undefined }))).toBe("api.receptor.no_box");
    expect(await codeOf(register({ selection: { chains: ["Z"] } }))).toBe("docking.receptor.unknown_chain");
    expect(await codeOf(register({ target: "HGNC:3236" }))).toBe("api.knowledge.missing");
    const broken = await fetch(`${served.url}/api/v1/uploads?fileName=pocket.pdb.gz`, {
      method: "POST",
      body: new Uint8Array(gzipSync(pdb).subarray(0, 900)),
    });
    const { uploadId } = (await broken.json()) as { uploadId: string };
    expect(await codeOf(client.receptors.inspect.mutate({ uploadId }))).toBe("api.structure.gzip");
    expect(await codeOf(client.receptors.pockets.mutate({ uploadId }))).toBe("api.structure.gzip");
  });

  it("keeps a receptor, changes what does not touch its atoms, and removes it", async () => {
    const made = await register();
    expect(made).toMatchObject({ atoms: expect.any(Number), hasReference: true, target: null });
    expect(made.box.size).toEqual([22.5, 22.5, 22.5]);
    expect(made.selection?.drop).toEqual(["A:BEN900"]);
    const { id: receptorId } = made;
    const box = { center: [1, 2, 3] as [number, number, number], size: [12, 12, 14] as [number, number, number] };
    expect(await client.receptors.update.mutate({ receptorId, name: "pocket", box })).toMatchObject({
      name: "pocket",
      box,
    });
    expect(await client.receptors.get.query({ receptorId })).toMatchObject({ name: "pocket", box });
    const cif = await fetch(`${served.url}/api/v1/receptors/${receptorId}/structure.cif`);
    expect(cif.headers.get("content-disposition")).toContain("pocket.cif");
    expect((await cif.text()).split("\n").filter((line) => /^(ATOM|HETATM)/.test(line))).toHaveLength(made.atoms);
    const pdbqt = await (await fetch(`${served.url}/api/v1/receptors/${receptorId}/receptor.pdbqt`)).text();
    expect(pdbqt.trim().split("\n")).toHaveLength(made.atoms);
    expect(await client.receptors.remove.mutate({ receptorId })).toEqual({ removed: true });
    expect(await codeOf(client.receptors.get.query({ receptorId }))).toBe("db.receptor.missing");
  });

  it("reads poses, measures them against the known ligand, and says what holds them", async () => {
    const { id: receptorId, reference } = await register();
    const record = (molblock: string, score: string) =>
      `${molblock.trimEnd()}\n> <score_kcal_per_mol>\n${score}\n\n$$$$\n`;
    const read = await client.receptors.readPoses.mutate({
      receptorId,
      text: `${record(reference!, "-5.5")}${record(reference!.replace("2.8700", "x.xxxx"), "-4")}`,
    });
    expect(read.poses).toMatchObject([{ rank: 1, score: -5.5, rmsd: 0 }]);
    expect(read.failures).toMatchObject([{ row: 2, reason: { zh: expect.any(String) } }]);
    const seen = await client.receptors.analysePose.mutate({ receptorId, molblock: reference! });
    expect(seen.rmsd).toBe(0);
    expect(seen.contacts.length).toBeGreaterThan(0);
    for (const { residue, distance, from, to } of seen.contacts) {
      expect(residue).toMatch(/^A:SER\d+$/);
      expect(Math.hypot(...from.map((value, axis) => value - to[axis]!))).toBeCloseTo(distance, 1);
    }
    expect(seen.diagram.ligand.svg).toContain("<svg");
    expect(seen.checks.map(({ id }) => id)).toContain("bond_lengths");
    expect(seen.buried).toBeGreaterThan(0.3);
  });

  it("gives a campaign the box of its receptor, shows the poses of a hit, and keeps a receptor in use", async () => {
    const { id: receptorId, box, reference } = await register();
    await client.compounds.register.mutate({ projectId, structure: "OC(=O)c1ccccc1", name: "benzoic acid" });
    const stages = [{ method: "docking", settings: { receptor: receptorId }, keep: {} }];
    const { id, stages: planned } = await client.campaigns.start.mutate({ projectId, name: "dock", stages });
    expect(planned[0]!.settings).toMatchObject({ receptor: receptorId, box });
    expect(await codeOf(client.receptors.remove.mutate({ receptorId }))).toBe("db.receptor.in_use");
    const elsewhere = (await client.projects.create.mutate({ name: "Other" })).id;
    const stray = client.campaigns.start.mutate({ projectId: elsewhere, name: "dock", stages });
    expect(await codeOf(stray)).toBe("db.receptor.missing");

    const campaignId = campaignIdSchema.parse(id);
    const key = `campaigns/${id}/0/poses/000000.json`;
    const sdf = `${reference!.trimEnd()}\n>  <score_kcal_per_mol>\n-6.25\n\n$$$$\n`;
    await createFolderStore(served.folder).put(key, new TextEncoder().encode(JSON.stringify([sdf + sdf])));
    const db = openDatabase(served.databaseUrl);
    await storeCampaignHits(db, campaignId, [
      { rank: 1, compoundSeq: 1, score: -6.25, scores: { 0: -6.25 }, poses: { key, record: 0 } },
    ]);
    await db.close();
    const shown = await client.campaigns.poses.query({ campaignId: id, rank: 1 });
    expect(shown).toMatchObject({ receptorId, reference, poses: [{ rank: 1, score: -6.25, rmsd: 0 }, { rank: 2 }] });
    expect((await client.campaigns.hits.query({ campaignId: id })).rows).toMatchObject([{ hasPoses: true }]);
    expect(await codeOf(client.campaigns.poses.query({ campaignId: id, rank: 2 }))).toBe("api.campaign.no_hit");
    const best = await (await fetch(`${served.url}/api/v1/campaigns/${id}/hits.sdf`)).text();
    expect(best.match(/\$\$\$\$/g)).toHaveLength(1);
    expect(best).toMatch(/<score_1_docking>\n-6.25/);
    const all = await (await fetch(`${served.url}/api/v1/campaigns/${id}/hits.sdf?poses=all`)).text();
    expect(all.match(/\$\$\$\$/g)).toHaveLength(2);
    await client.campaigns.cancel.mutate({ campaignId: id });
  });

  it("lays the query under the poses of an overlay", async () => {
    await client.compounds.register.mutate({ projectId, structure: "Oc1ccccc1", name: "phenol" });
    const stages = [{ method: "shape", settings: { query: "NCCc1ccccc1", queryConformers: 2 }, keep: {} }];
    const { id } = await client.campaigns.start.mutate({ projectId, name: "overlay", stages });
    const key = `campaigns/${id}/0/poses/000000.json`;
    const sdf = (conformer: number) => `${ethanol}>  <query_conformer>\n${conformer}\n\n$$$$\n`;
    await createFolderStore(served.folder).put(key, new TextEncoder().encode(JSON.stringify([sdf(1), sdf(2)])));
    const db = openDatabase(served.databaseUrl);
    const hit = { compoundSeq: 1, score: 0.5, scores: { 0: 0.5 } };
    await storeCampaignHits(db, campaignIdSchema.parse(id), [
      { ...hit, rank: 1, poses: { key, record: 0 } },
      { ...hit, rank: 2, poses: { key, record: 1 } },
    ]);
    await db.close();
    const [first, second] = await Promise.all(
      [1, 2].map((rank) => client.campaigns.poses.query({ campaignId: id, rank })),
    );
    expect(first).toMatchObject({ receptorId: null, poses: [{ rank: 1, score: null, rmsd: null }] });
    // Phenethylamine has 9 heavy atoms and 11 hydrogens.
    expect(first!.reference!.split("\n")[3]).toMatch(/^ 20 20 /);
    expect(second!.reference).not.toBe(first!.reference);
    await client.campaigns.cancel.mutate({ campaignId: id });
  });
});
