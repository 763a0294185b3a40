const substituents = ["C", "F", "Cl", "Br", "OC", "C#N", "N(C)C", "C(F)(F)F", "C(=O)N", "S(C)(=O)=O", "CO", "CC"];

/** Distinct drug-like molecules by enumeration: up to 12 * 12 * 12 anilides, times chain lengths. */
export function enumerateSmiles(count: number): string[] {
  const n = substituents.length;
  return Array.from({ length: count }, (_, i) => {
    const [a, b, c] = [i, Math.floor(i / n), Math.floor(i / n / n)].map((digit) => substituents[digit % n]);
    return `Cc1c(${a})cc(${b})nc1NC(=O)${"C".repeat(1 + Math.floor(i / n / n / n))}c1ccc(${c})nc1`;
  });
}
