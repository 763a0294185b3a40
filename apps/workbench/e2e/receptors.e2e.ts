import { madeUpPocket } from "@qinghao/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  accessibilityFaults,
  createProject,
  importSmiles,
  openWorkbench,
  type WorkbenchBrowser,
} from "./workbench-browser.ts";

const structure = madeUpPocket();

/** Bonds of benzoic acid by the order of its atoms in the made-up structure. */
const bonds = "1-2-2 2-3-1 3-4-2 4-5-1 5-6-2 6-1-1 1-7-1 7-8-2 7-9-1".split(" ").map((bond) => bond.split("-"));

/** The structure's own ligand as a pose, moved along x by so many Å. */
function pose(shift: number, score: string): string {
  const atoms = structure
    .split("\n")
    .filter((line) => line.startsWith("HETATM"))
    .map((line) => ({
      symbol: line.slice(76, 78).trim(),
      place: [line.slice(30, 38), line.slice(38, 46), line.slice(46, 54)].map(Number),
    }));
  const number = (value: number, width: number) => String(value).padStart(width);
  return [
    "benzoic acid",
    "",
    "",
    `${number(atoms.length, 3)}${number(bonds.length, 3)}  0  0  0  0  0  0  0  0999 V2000`,
    ...atoms.map(({ symbol, place: [x = 0, y = 0, z = 0] }) => {
      const places = [x + shift, y, z].map((value) => value.toFixed(4).padStart(10)).join("");
      return `${places} ${symbol.padEnd(3)} 0  0  0  0  0  0  0  0  0  0  0  0`;
    }),
    ...bonds.map((bond) => bond.map((value) => number(Number(value), 3)).join("")),
    "M  END",
    `>  <score_kcal_per_mol>\n${score}\n`,
    "$$$$\n",
  ].join("\n");
}
/** Haem by name: 12 carbons beside the hollow. */
const haem = Array.from({ length: 12 }, (_, i) => {
  const x = (20 + 1.4 * i).toFixed(3).padStart(8);
  return `HETATM${String(900 + i).padStart(5)}  C${String(i + 1).padEnd(2)} HEM A 901    ${x}  20.000  20.000  1.00  0.00           C`;
}).join("\n");
const broken = "broken\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\nnonsense\nM  END\n$$$$\n";

describe("receptors of a project", () => {
  let workbench: WorkbenchBrowser;
  let projectId: string;
  let receptor: string;
  const room = () => `/p/${projectId}/receptors`;

  beforeAll(async () => {
    workbench = await openWorkbench({ webgl: true });
    projectId = (await createProject(workbench.stack, "Receptor test")).id;
  }, 300_000);
  afterAll(() => workbench?.close());

  it("registers a structure around its ligand, which is left out of it", async () => {
    const page = await workbench.open(room());
    await page.getByText("No receptor in this project yet").waitFor();
    await page.getByRole("link", { name: "Register a receptor" }).click();
    await page.locator("input[type=file]").setInputFiles({
      name: "hollow.pdb",
      mimeType: "chemical/x-pdb",
      buffer: Buffer.from(structure),
    });
    await page.getByRole("radio", { name: "around a ligand of the file" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("hollow");
    expect(await page.getByRole("checkbox", { name: "A:BEN900 known ligand" }).isDisabled()).toBe(true);
    // The ligand lies around x = 1.06, the middle between its outermost heavy atoms -1.39 and 3.5.
    const center = page.getByRole("textbox", { name: "Centre x, Å" });
    expect(Number(await center.inputValue())).toBeCloseTo(1.06, 1);
    await page.getByText("180 heavy atoms").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByText("by hand").click();
    await center.fill("2");
    await center.press("Tab");
    await page.getByText("around a ligand of the file").click();
    expect(Number(await center.inputValue())).toBeCloseTo(1.06, 1);
    await page.getByRole("textbox", { name: "Name" }).fill("Hollow of serines");
    await page.getByRole("button", { name: "Register the receptor" }).click();
    await page.getByRole("heading", { name: "Hollow of serines" }).waitFor();
    receptor = new URL(page.url()).pathname;
    await page.context().close();
  });

  it("passes a cofactor over, and finds pockets when it is asked to", async () => {
    const page = await workbench.open(`${room()}/new`);
    await page.locator("input[type=file]").setInputFiles({
      name: "with-haem.pdb",
      mimeType: "chemical/x-pdb",
      buffer: Buffer.from(structure.replace("END", `${haem}\nEND`)),
    });
    await page.getByText("Larger, but unlikely to be the ligand: A:HEM901 (cofactor).").waitFor();
    expect(await page.getByRole("checkbox", { name: "A:BEN900 known ligand" }).isDisabled()).toBe(true);
    await page.getByText("around a pocket", { exact: true }).click();
    const register = page.getByRole("button", { name: "Register the receptor" });
    expect(await register.isDisabled()).toBe(true);
    const molecules = page.getByRole("group", { name: "Ions and molecules" });
    await page.getByText("201 heavy atoms").waitFor();
    await molecules.getByText("A:BEN900").click();
    await page.getByText("192 heavy atoms").waitFor();
    // An answer that does not come, one that fails, and one that comes.
    const calls = "**/receptors.pockets*";
    await page.route(calls, () => {});
    await page.getByRole("button", { name: "Find pockets" }).click();
    await page.getByRole("status").getByText("Looking for pockets…").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.unroute(calls);
    await page.route(calls, (route) => route.abort());
    await page.getByRole("button", { name: "Find pockets" }).click();
    const failure = page.getByRole("alert").filter({ hasText: "The server does not answer" });
    await failure.waitFor();
    await page.unroute(calls);
    await failure.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: /Pocket 1/ }).waitFor();
    const center = Number(await page.getByRole("textbox", { name: "Centre x, Å" }).inputValue());
    expect(Math.abs(center)).toBeLessThan(3);
    expect(await register.isDisabled()).toBe(false);
    await molecules.getByText("A:BEN900").click();
    await page.getByText("These pockets were found before what is kept was changed.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Find pockets again" }).click();
    await page.getByText("These pockets were found before").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("opens poses, tells what holds each, and lists the record that could not be read", async () => {
    const page = await workbench.open(receptor);
    await page.getByRole("button", { name: "Open poses" }).click();
    const sheet = page.getByRole("dialog");
    await sheet
      .getByRole("textbox", { name: "Or paste an SDF" })
      .fill(pose(0, "-5.250") + broken + pose(0.5, "-4.125"));
    await sheet.getByRole("button", { name: "Open the pasted poses" }).click();
    const poses = page.getByRole("listbox", { name: "Poses" });
    await poses.getByRole("option").nth(1).waitFor();
    expect(await poses.getByRole("option").count()).toBe(2);
    // The pose in the ligand's own place, and one moved by half an angstrom.
    expect(await poses.getByRole("option").first().textContent()).toContain("−5.250.0");
    expect(await poses.getByRole("option").nth(1).textContent()).toContain("−4.130.5");
    await page.getByText("1 record could not be read:").waitFor();
    await page.getByRole("tab", { name: "Contacts" }).click();
    const contacts = page.getByRole("table", { name: "Contacts" });
    await contacts.getByText("Hydrogen bond").first().waitFor();
    await contacts
      .getByText(/A:SER\d+/)
      .first()
      .waitFor();
    await page.getByRole("tab", { name: "Validity checks" }).click();
    await page.getByRole("table", { name: "Validity checks" }).getByText("Bond lengths").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("application").focus();
    await page.keyboard.press("PageDown");
    await poses.getByRole("option", { selected: true }).getByText("3 ·").waitFor();
    await page.getByText("pose 2 of 2").waitFor();
    expect(new URL(page.url()).searchParams.get("pose")).toBe("3");
    await page.reload();
    await poses.getByRole("option", { selected: true }).getByText("3 ·").waitFor();
    await page.getByText("1 record could not be read:").waitFor();
    await page.getByRole("button", { name: "Close the poses" }).click();
    await poses.waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("");
    await page.context().close();
  });

  it("changes the name, and hands the receptor to a new campaign", async () => {
    const page = await workbench.open(receptor);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Serine hollow");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Serine hollow" }).waitFor();
    await page.getByRole("link", { name: "Dock a library" }).click();
    await page
      .getByRole("button", { name: /Serine hollow/ })
      .first()
      .waitFor();
    expect(await page.getByRole("button", { name: /Serine hollow/ }).count()).toBe(3);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("shows the list and the receptor in Chinese, dark, without a fault that axe can find", async () => {
    const page = await workbench.open(room(), { locale: "zh", theme: "dark" });
    await page.getByRole("heading", { name: "受体" }).waitFor();
    const link = page.getByRole("link", { name: "Serine hollow" });
    await link.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await link.click();
    await page.getByRole("button", { name: "打开构象" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("docks the project's compounds, shows the poses of a hit, and stays because a campaign needs it", async () => {
    await importSmiles(workbench.stack, projectId, ["O=C(O)c1ccccc1 benzoic acid", "Oc1ccccc1 phenol"]);
    const page = await workbench.open(receptor);
    await page.getByRole("link", { name: "Dock a library" }).click();
    await page.getByText("2 compounds of the project go in").waitFor();
    // Whether a pose in a made-up hollow is possible is not what is tested here.
    await page.getByRole("button", { name: "Remove stage 4" }).click();
    await page.getByRole("button", { name: "Start the campaign" }).click();
    await page.getByText("Every ligand went its way.").waitFor({ timeout: 100_000 });
    const hits = page.getByRole("grid", { name: "Hits" });
    await hits.getByText("1", { exact: true }).first().click();
    const panel = page.getByRole("complementary", { name: "The chosen hit" });
    await panel.getByRole("listbox", { name: "Poses" }).getByRole("option").first().waitFor();
    await panel
      .getByText("Every check passes")
      .or(panel.getByText(/checks? fails?/))
      .waitFor();
    expect(new URL(page.url()).searchParams.get("hit")).toBe("1");
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.getByRole("application").focus();
    await page.keyboard.press("]");
    await panel.getByRole("heading", { name: /^2 · / }).waitFor();
    await page.keyboard.press("m");
    await page.getByText("1 hit marked").waitFor();
    const options = panel.getByRole("listbox", { name: "Poses" }).getByRole("option");
    await options.nth(1).click();
    await page.waitForURL(/hit=2&pose=2/);
    await page.reload();
    await panel.getByRole("heading", { name: /^2 · / }).waitFor();
    await panel.getByRole("option", { selected: true }).waitFor();
    expect(await options.nth(1).getAttribute("aria-selected")).toBe("true");
    const sdf = await fetch(
      `${
        page
          .url()
          .replace(/\/p\/.*\/screening/, "/api/v1/campaigns")
          .split("?")[0]
      }/hits.sdf`,
    );
    expect((await sdf.text()).split("$$$$").length - 1).toBe(2);
    await page.goto(workbench.stack.url + receptor);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await page.getByRole("alert").getByText("so it stays").waitFor();
    await page.context().close();
    // The server's refusal, and the request that was made to fail, which a browser writes into its console.
    expect(workbench.problems.filter((problem) => !/409|ERR_FAILED/.test(problem))).toEqual([]);
  });
});
