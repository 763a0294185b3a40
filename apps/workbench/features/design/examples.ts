/** Artemisinin, the molecule that the project's plant is known for. */
export const artemisinin = "C[C@@H]1CC[C@H]2[C@@H](C)C(=O)O[C@@H]3O[C@@]4(C)CC[C@@H]1[C@@]23OO4";
