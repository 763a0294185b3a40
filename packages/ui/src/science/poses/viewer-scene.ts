import type { GLModel, GLShape, GLViewer } from "3dmol";
import { type ContactKind, contactStyles } from "./contact-kinds.ts";

/** A pose as the viewer shows it: a V2000 molblock in the receptor's coordinates. */
export type ShownPose = { readonly id: string; readonly molblock: string };

export type ShownContact = {
  readonly kind: ContactKind;
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
};

export type PocketResidue = { readonly chain: string; readonly number: number };

export type SceneParts = {
  readonly cartoon: boolean;
  readonly pocket: boolean;
  readonly hydrogens: boolean;
  readonly reference: boolean;
  readonly contacts: boolean;
};

const ribbon = { light: "#a3afa6", dark: "#5d665f" };
const stick = (radius: number, carbons: string) => ({ stick: { radius, colorscheme: carbons } });

/**
 * What the viewer holds. The receptor is added once; poses of one molecule are frames of one model, so that changing the
 * pose moves a few dozen atoms and leaves the receptor's geometry as it is.
 */
export class ViewerScene {
  readonly #viewer: GLViewer;
  #receptor: GLModel | null = null;
  #reference: GLModel | null = null;
  #models: GLModel[] = [];
  readonly #frames = new Map<string, { model: GLModel; frame: number }>();
  #lines: GLShape[] = [];
  #shown: string | null = null;

  constructor(viewer: GLViewer) {
    this.#viewer = viewer;
  }

  setReceptor(text: string, format: "pdb" | "cif"): void {
    if (this.#receptor !== null) this.#viewer.removeModel(this.#receptor);
    this.#receptor = this.#viewer.addModel(text, format, { keepH: true });
  }

  setReference(molblock: string | null): void {
    if (this.#reference !== null) this.#viewer.removeModel(this.#reference);
    this.#reference = molblock === null ? null : this.#viewer.addModel(molblock, "sdf", { keepH: true });
  }

  setPoses(poses: readonly ShownPose[]): void {
    for (const model of this.#models) this.#viewer.removeModel(model);
    this.#models = [];
    this.#frames.clear();
    this.#shown = null;
    for (const group of Map.groupBy(poses, ({ molblock }) => atomsOf(molblock)).values()) {
      const text = group.map(({ molblock }) => `${molblock.trimEnd()}\n$$$$\n`).join("");
      const model = this.#viewer.addModelsAsFrames(text, "sdf", { keepH: true });
      this.#models.push(model);
      group.forEach(({ id }, frame) => {
        this.#frames.set(id, { model, frame });
      });
    }
  }

  /** Styles everything that does not change from pose to pose. */
  style(
    { cartoon, pocket, hydrogens, reference }: SceneParts,
    residues: readonly PocketResidue[],
    scheme: "light" | "dark",
  ): void {
    const receptor = this.#receptor;
    if (receptor !== null) {
      receptor.setStyle({}, cartoon ? { cartoon: { color: ribbon[scheme], opacity: 0.75 } } : {});
      receptor.setStyle(
        { hetflag: true, predicate: ({ resn }) => resn !== "HOH" && resn !== "WAT" },
        { ...stick(0.12, "default"), sphere: { scale: 0.2 } },
      );
      if (pocket)
        for (const { chain, number } of residues)
          receptor.setStyle({ chain, resi: number }, stick(0.11, "default"), true);
      hideHydrogens(receptor, hydrogens ? "apolar" : "all");
    }
    for (const model of this.#models) {
      model.setStyle({}, stick(0.17, "greenCarbon"));
      hideHydrogens(model, hydrogens ? "apolar" : "all");
    }
    if (this.#reference !== null) {
      this.#reference.setStyle({}, reference ? stick(0.09, "magentaCarbon") : {});
      hideHydrogens(this.#reference, "all");
    }
  }

  /**
   * Shows one pose and hides the others; resolves once it can be drawn.
   * @returns whether it is the first pose shown since the poses were set
   */
  async show(id: string | null): Promise<boolean> {
    const wanted = id === null ? undefined : this.#frames.get(id);
    for (const model of this.#models) if (model !== wanted?.model) model.hide();
    if (wanted === undefined) return false;
    wanted.model.show();
    await wanted.model.setFrame(wanted.frame);
    const isFirst = this.#shown === null;
    this.#shown = id;
    return isFirst;
  }

  setContacts(contacts: readonly ShownContact[], scheme: "light" | "dark"): void {
    for (const line of this.#lines) this.#viewer.removeShape(line);
    this.#lines = contacts.map(({ kind, from, to }) =>
      this.#viewer.addCylinder({
        start: pointOf(from),
        end: pointOf(to),
        radius: kind === "hydrophobic" ? 0.04 : 0.08,
        color: contactStyles[kind][scheme],
        dashed: kind !== "metal",
        dashLength: kind === "hydrophobic" ? 0.08 : 0.22,
        gapLength: kind === "hydrophobic" ? 0.22 : 0.16,
        fromCap: 0,
        toCap: 0,
      }),
    );
  }

  /** Turns the camera to the pose shown, with room for the residues around it. */
  frameLigand(): void {
    const model = this.#shown === null ? undefined : this.#frames.get(this.#shown)?.model;
    this.#viewer.zoomTo(model === undefined ? {} : { model });
    if (model !== undefined) this.#viewer.zoom(0.7);
  }
}

const pointOf = ([x, y, z]: readonly [number, number, number]) => ({ x, y, z });

/** Elements in order: poses that share them are poses of one molecule. */
function atomsOf(molblock: string): string {
  const lines = molblock.split("\n");
  const count = Number(lines[3]?.slice(0, 3));
  return lines
    .slice(4, 4 + count)
    .map((line) => line.slice(31, 34).trim())
    .join();
}

/** Hides hydrogens on carbon, or all. */
function hideHydrogens(model: GLModel, which: "apolar" | "all"): void {
  const atoms = model.selectedAtoms({});
  const apolar = new Set(
    atoms
      .filter(({ elem, bonds }) => elem === "H" && atoms[bonds?.[0] ?? -1]?.elem === "C")
      .map(({ serial }) => serial),
  );
  model.setStyle({ elem: "H", predicate: ({ serial }) => which === "all" || apolar.has(serial) }, {});
}
