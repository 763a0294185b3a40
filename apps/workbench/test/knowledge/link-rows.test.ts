import { describe, expect, it } from "vitest";
import { mainName, otherName } from "../../concepts/concept-name.ts";
import { fileName, toCsv } from "../../export/csv.ts";
import { conceptOf, linkCsvHeader, linkRows, type ReadMention } from "../../features/knowledge/link/link-texts.ts";
import { listIn } from "../../features/knowledge/use-address.ts";

const lungCancer = {
  id: "MONDO:0005233",
  kind: "disease" as const,
  name: { en: "non-small cell lung carcinoma", zh: "非小细胞肺癌" },
};
const mention: ReadMention = {
  key: "0:11",
  line: 0,
  start: 11,
  end: 16,
  matched: "NSCLC",
  concept: lungCancer,
  score: 0.9876,
  candidates: [],
  qualifiers: [{ kind: "status", text: "metastatic", start: 0, end: 10 }],
  chosen: undefined,
};

describe("the export of linked texts", () => {
  it("has one row per mention with both names and who decided", () => {
    expect(linkRows(["metastatic NSCLC"], [mention])).toEqual([
      [
        1,
        "metastatic NSCLC",
        11,
        16,
        "NSCLC",
        "MONDO:0005233",
        "non-small cell lung carcinoma",
        "非小细胞肺癌",
        "0.988",
        "status=metastatic",
        "matcher",
      ],
    ]);
    expect(linkCsvHeader).toHaveLength(11);
  });

  it("says that a person decided, also that it is no concept", () => {
    const rejected = { ...mention, chosen: null };
    expect(conceptOf(rejected)).toBeNull();
    const [row] = linkRows(["metastatic NSCLC"], [rejected]);
    expect(row?.slice(5, 8)).toEqual([null, null, null]);
    expect(row?.at(-1)).toBe("person");
  });
});

it("CSV quotes what needs it and begins with a byte order mark", () => {
  expect(
    toCsv(
      ["a", "b"],
      [
        ['say "x"', "1,2"],
        [null, 3],
      ],
    ),
  ).toBe('\uFEFFa,b\r\n"say ""x""","1,2"\r\n,3\r\n');
  expect(fileName("肺癌 / lung", "icd10-cn")).toBe("肺癌-lung-icd10-cn");
});

it("names come in the reader's language first, the other one beside it, never twice", () => {
  expect(mainName(lungCancer, "zh")).toBe("非小细胞肺癌");
  expect(otherName(lungCancer, "zh")).toEqual({ text: "non-small cell lung carcinoma", lang: "en" });
  const onlyEnglish = { id: "HGNC:3236", name: { en: "EGFR", zh: null } };
  expect(mainName(onlyEnglish, "zh")).toBe("EGFR");
  expect(otherName(onlyEnglish, "zh")).toBeNull();
  expect(mainName({ id: "X:1", name: { en: null, zh: null } }, "en")).toBe("X:1");
});

it("lists in the address keep what is known, in its order", () => {
  expect(listIn("drug,nonsense,disease", ["disease", "gene", "drug"])).toEqual(["disease", "drug"]);
  expect(listIn(null, ["disease"])).toEqual([]);
});
