import { useUiLocale } from "../../ui-locale.ts";
import type { ContactKind, ResidueFamily } from "./contact-kinds.ts";

const en = {
  kinds: {
    "hydrogen-bond": "Hydrogen bond",
    "salt-bridge": "Salt bridge",
    "pi-stacking": "π stacking",
    "pi-cation": "π-cation",
    "halogen-bond": "Halogen bond",
    metal: "Metal contact",
    hydrophobic: "Hydrophobic contact",
  } satisfies Record<ContactKind, string>,
  families: {
    acidic: "acidic",
    basic: "basic",
    polar: "polar",
    apolar: "apolar",
    nucleotide: "nucleotide",
    cofactor: "cofactor",
    metal: "metal or ion",
    water: "water",
  } satisfies Record<ResidueFamily, string>,
  diagram: "Interaction diagram",
  noContacts: "This pose touches nothing that counts as a contact.",
  contactOf: (residue: string, kind: string, distance: string) => `${residue}: ${kind}, ${distance} Å`,
  legend: "Legend",
  poses: "Poses",
  noPoses: "No poses yet.",
  viewer: "Poses in the binding site",
  viewerKeys:
    "Arrow keys turn the view, plus and minus zoom, 0 returns to the ligand, page up and page down change the pose.",
  loadingReceptor: "Loading the receptor",
  noWebgl: "This browser offers no WebGL, so poses cannot be shown in 3D. The diagram shows their contacts.",
  unreadable: "The structure cannot be shown in 3D.",
  cartoon: "Ribbon",
  pocket: "Binding site",
  hydrogens: "Polar hydrogens",
  contacts: "Contacts",
  reference: "Reference ligand",
  toLigand: "Go to the ligand",
};

const zh: typeof en = {
  kinds: {
    "hydrogen-bond": "氢键",
    "salt-bridge": "盐桥",
    "pi-stacking": "π–π 堆积",
    "pi-cation": "阳离子–π",
    "halogen-bond": "卤键",
    metal: "金属配位",
    hydrophobic: "疏水接触",
  },
  families: {
    acidic: "酸性",
    basic: "碱性",
    polar: "极性",
    apolar: "非极性",
    nucleotide: "核苷酸",
    cofactor: "辅因子",
    metal: "金属或离子",
    water: "水",
  },
  diagram: "相互作用图",
  noContacts: "该构象没有可计为接触的相互作用。",
  contactOf: (residue, kind, distance) => `${residue}：${kind}，${distance} Å`,
  legend: "图例",
  poses: "构象",
  noPoses: "暂无构象。",
  viewer: "结合位点中的构象",
  viewerKeys: "方向键旋转视图，加减号缩放，0 回到配体，上翻页和下翻页键切换构象。",
  loadingReceptor: "正在载入受体",
  noWebgl: "浏览器不支持 WebGL，无法三维显示构象。相互作用图列出其接触。",
  unreadable: "无法三维显示该结构。",
  cartoon: "带状图",
  pocket: "结合位点",
  hydrogens: "极性氢",
  contacts: "相互作用",
  reference: "参考配体",
  toLigand: "回到配体",
};

/** Sentences of the pose widgets in the language of the page. */
export const usePoseText = (): typeof en => (useUiLocale() === "zh" ? zh : en);
