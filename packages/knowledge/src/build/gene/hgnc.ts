import type { Assembly } from "../assembly.ts";
import { listOf, rowsOf, type Sources } from "../source-tables.ts";

const source = "hgnc";

/** English words, units and clinical short forms that are gene symbols or aliases too: alone they name no gene. */
const commonWords = new Set(
  (
    "ACE ACT AGE AID AIM AIR ALL AMP AND ANT APEX ARC ARE ARM ART ASK BAD BAG BAIT BAR BASE BAT BED BEST BID BIG BIKE BIT " +
    "BOB BORIS BRIGHT CAD CAGE CALL CAMP CAN CAP CAR CARD CARE CARS CART CASH CAST CAT CELL CHIP CLAMP CLASP CLIP CLOCK COAST " +
    "COIL COPE COPD CORD CORE CRAMP DAD DAMAGE DARK DASH DEAD DEAR DEATH DEFECT DELTA DICE DOCK DOT DRAGON DRUM EAR EAT " +
    "ECHO EDGE EGG END ESP EYE FACE FACT FAN FAR FAST FAT FATE FED FIN FISH FIT FLAG FLAP FLASH FLOWER FOR FOX FROST GAP " +
    "GARP GAS GENESIS GET GRACE GRAIL GRAPE GUT HAD HAIR HAND HAS HASP HEAD HEED HELP HER HIP HIS HIT HOLE HOPE HOT HUG ICE " +
    "IMPACT INSIG INTER JET JUNK KID KILLER LAD LAMP LAP LARGE LAST LASER LEAD LEAF LED LEFTY LIGHT LIME LINK LIP LIVE LUNG " +
    "MAD MAGE MAIL MAN MAP MARCH MARK MARS MASK MASS MATER MAX MEN MEND MICE MID MINK MINT MIST NAIL NET NEST NET NICE NOD " +
    "NORM NOT NUDGE ODD OPEN ORPHAN PACE PAD PALM PAN PAR PARIS PART PASS PEAR PEN PET PHASE PIG PILOT PIN PIT POP POSH POT " +
    "PREP PRIME PROM PROP RAGE RAIN RANK RARE RASP RAT REST RING RIP ROCK ROD SAGE SALT SAND SCAN SEA SEED SET SHANK SHARP " +
    "SHE SHIP SHOT SHOX SIGHT SIRE SKIN SKIP SLIM SLOW SLUG SMART SNAIL SNAP SON SPA SPARK SPICE SPIN SPOCK SPOT SPRING STAR " +
    "STEP STING STOP STORM STRAP SUN SURE TAG TALK TANK TAP TASK TEAM TEN TEST THE TIE TIGER TIP TOLL TOM TOP TOR TRAIL TRAIN TRAP " +
    "TRIAL TRIM TUBE TUG TWIST TYPE UNIT USE VAMP WARP WARS WAS WAVE WISH YES ZIP ZOOM AIDS BMI CHF CKD CNS COVID CRP CT DNA ECG " +
    "EEG ESR GFR HDL HIV ICU IV LDL MI MRI OS PE PFS PT RNA SLE TB TIA UK USA AML CML CLL NSCLC SCLC HCC RCC CRC DLBCL MDS FL"
  ).split(" "),
);

/**
 * The spine of genes: approved symbols, names, aliases and previous symbols, identifiers in UniProt, Ensembl and NCBI Gene.
 * An alias of one or two characters, a common word, or one that another gene has too decides nothing.
 */
export function addHgnc(assembly: Assembly, sources: Sources): void {
  const rows = [
    ...rowsOf(sources, source, "genes.tsv", [
      "id",
      "symbol",
      "name",
      "aliases",
      "previous",
      "ncbi",
      "uniprot",
      "ensembl",
      "locus_type",
    ]),
  ];
  const owners = new Map<string, number>();
  const count = (text: string) => owners.set(text.toUpperCase(), (owners.get(text.toUpperCase()) ?? 0) + 1);
  for (const row of rows) {
    const names = [row.symbol, ...listOf(row.aliases, ","), ...listOf(row.previous, ",")];
    for (const name of new Set(names.map((one) => one.toUpperCase()))) count(name);
  }
  for (const row of rows) {
    assembly.addConcept(row.id, "gene", source);
    assembly.addTerm(row.id, row.symbol, source, { role: "preferred", usable: isClear(row.symbol) });
    assembly.addTerm(row.id, row.name, source, { usable: row.name.includes(" ") });
    for (const alias of [...listOf(row.previous, ","), ...listOf(row.aliases, ",")]) {
      const usable = isClear(alias) && owners.get(alias.toUpperCase()) === 1;
      assembly.addTerm(row.id, alias, source, { role: alias.includes(" ") ? "synonym" : "abbreviation", usable });
    }
    if (row.ncbi !== "") assembly.addXref(row.id, "NCBIGene", row.ncbi, source);
    if (row.ensembl !== "") assembly.addXref(row.id, "Ensembl", row.ensembl, source);
    for (const accession of listOf(row.uniprot, ",")) assembly.addXref(row.id, "UniProt", accession, source);
  }
}

const isClear = (symbol: string): boolean =>
  symbol.length > 2 && !commonWords.has(symbol.toUpperCase()) && !/^\d+$/.test(symbol);

/** Genes by approved symbol. */
export function genesBySymbol(assembly: Assembly): Map<string, string> {
  const genes = new Map<string, string>();
  for (const { id, kind } of assembly.concepts.values()) {
    const symbol = kind === "gene" ? assembly.preferredName(id) : undefined;
    if (symbol !== undefined) genes.set(symbol, id);
  }
  return genes;
}
