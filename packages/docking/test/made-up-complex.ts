/** A made-up complex with every atom type of the function; no molecule is like it. */
const receptorAtoms = `
C 1.550 0.000 4.964
A -1.933 1.771 4.491
N 0.289 -3.288 4.018
NA 2.314 3.019 3.545
OA -4.131 -0.731 3.073
OA 3.800 -2.417 2.600
SA -1.232 4.582 2.127
P -2.272 -4.375 1.655
F 4.757 1.737 1.182
Cl -4.762 1.966 0.709
Br 2.202 -4.705 0.236
I 1.555 4.957 -0.236
Si -4.457 -2.583 -0.709
O 4.946 -1.087 -1.182
Zn -2.835 4.033 -1.655
Mg -0.610 -4.706 -2.127
Na 3.443 2.902 -2.600
Fe -4.191 0.173 -3.073
Se 2.696 -2.683 -3.545
At -0.152 3.297 -4.018
N -1.680 -2.013 -4.491
C 1.536 0.207 -4.964
HD 0.344 -3.913 4.781
HD -4.895 -0.866 3.642
`;

const ligandTree = `
ROOT
C 0 0 0
C 1.5 0 0
ENDROOT
BRANCH 2 3
C 2 1.4 0
N 1.3 2.4 0.6
HD 0.4 2.3 1
BRANCH 3 6
OA 3.3 1.6 -0.5
HD 3.6 2.5 -0.5
ENDBRANCH 3 6
ENDBRANCH 2 3
BRANCH 1 8
A -0.6 -1.3 0.4
Cl -2.3 -1.2 0.5
F 0 -2.4 0.2
ENDBRANCH 1 8
TORSDOF 3
`;

/** One PDBQT atom line. */
export function pdbqtAtom(serial: number, type: string, [x, y, z]: readonly number[]): string {
  const place = [x!, y!, z!].map((value) => value.toFixed(3).padStart(8)).join("");
  return `ATOM  ${String(serial).padStart(5)} ${type.padStart(4)} UNL A   1    ${place}  1.00  0.00     0.000 ${type}`;
}

/** Writes `type x y z` rows as PDBQT atom lines; other rows stay. */
function toPdbqt(rows: string): string {
  let serial = 0;
  return rows
    .trim()
    .split("\n")
    .map((row) => {
      const [type = "", ...place] = row.split(" ");
      return place.length === 3 ? pdbqtAtom(++serial, type, place.map(Number)) : row;
    })
    .join("\n");
}

export const madeUpReceptor = toPdbqt(receptorAtoms);
export const madeUpLigand = toPdbqt(ligandTree);
