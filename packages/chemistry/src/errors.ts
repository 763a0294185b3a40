import { defineErrors } from "@qinghao/kernel";

/** Everything that can go wrong between a text and a molecule, or between a file and its rows. */
export const chemErrors = defineErrors("chemistry", {
  "structure.empty": {
    http: 422,
    retry: "never",
    user: "There is no structure in this row.",
    userZh: "这一行没有结构。",
  },
  "structure.syntax": {
    http: 422,
    retry: "never",
    user: "This is not a readable structure: {reason}.",
    userZh: "无法读取该结构：{reason}。",
  },
  "structure.syntax_at": {
    http: 422,
    retry: "never",
    user: "This is not a readable structure: position {position}: {excerpt}.",
    userZh: "无法读取该结构，第 {position} 个字符处有误：{excerpt}。",
  },
  "structure.valence": {
    http: 422,
    retry: "never",
    user: "Atom {atom} ({element}) has {valence} bonds, more than it can have.",
    userZh: "第 {atom} 号原子（{element}）的价数为 {valence}，超过允许值。",
  },
  "structure.aromaticity": {
    http: 422,
    retry: "never",
    user: "The aromatic ring cannot be written with alternating bonds; a hydrogen or a charge may be missing (atoms {atoms}).",
    userZh: "芳香环无法写成单双键交替的形式，可能缺少氢或电荷（原子 {atoms}）。",
  },
  "structure.ring_open": {
    http: 422,
    retry: "never",
    user: "A ring closure is opened and never closed.",
    userZh: "有一个环没有闭合。",
  },
  "structure.parenthesis": {
    http: 422,
    retry: "never",
    user: "The parentheses do not match.",
    userZh: "括号不匹配。",
  },
  "structure.molblock": {
    http: 422,
    retry: "never",
    user: "This molblock cannot be read: {reason}.",
    userZh: "无法读取该 molblock：{reason}。",
  },
  "structure.too_large": {
    http: 422,
    retry: "never",
    user: "The molecule has about {atoms} atoms; the limit is {limit}.",
    userZh: "该分子约有 {atoms} 个原子，上限为 {limit}。",
  },
  "structure.incomplete": {
    http: 422,
    retry: "never",
    user: "The structure holds an unspecified atom or bond, so it does not name one compound.",
    userZh: "结构中含有未指明的原子或化学键，不能确定为一个化合物。",
  },
  "structure.not_organic": {
    http: 422,
    retry: "never",
    user: "The structure holds no atom that could be registered.",
    userZh: "该结构不含可登记的原子。",
  },
  "structure.toolkit": {
    http: 422,
    retry: "never",
    user: "The chemistry toolkit could not handle this structure ({operation}).",
    userZh: "化学工具包无法处理该结构（{operation}）。",
  },
  "query.invalid": {
    http: 422,
    retry: "never",
    user: "This is not a readable query structure: {reason}.",
    userZh: "无法读取该查询结构：{reason}。",
  },
  "conformer.failed": {
    http: 422,
    retry: "never",
    user: "No 3D conformer could be made for this structure: {reason}.",
    userZh: "无法生成该结构的三维构象：{reason}。",
  },
  "kit.load": {
    http: 500,
    retry: "later",
    user: "The chemistry toolkit could not be loaded: {reason}.",
    userZh: "无法加载化学工具包：{reason}。",
  },
  "file.empty": {
    http: 422,
    retry: "never",
    user: "The file is empty.",
    userZh: "文件为空。",
  },
  "file.binary": {
    http: 415,
    retry: "never",
    user: "The file is not text ({kind}). SMILES, CSV, TSV and SDF files can be read, gzipped or not.",
    userZh: "该文件不是文本（{kind}）。可读取 SMILES、CSV、TSV 和 SDF 文件，也可用 gzip 压缩。",
  },
  "file.no_structure_column": {
    http: 422,
    retry: "never",
    user: "No column with structures was found. Choose the column that holds SMILES.",
    userZh: "未找到结构列，请选择含 SMILES 的列。",
  },
  "file.unknown_column": {
    http: 422,
    retry: "never",
    user: "The file has no column “{column}”.",
    userZh: "文件中没有“{column}”列。",
  },
  "file.gzip_truncated": {
    http: 422,
    retry: "never",
    user: "The compressed file ends early or is damaged; the rows before this point were read.",
    userZh: "压缩文件不完整或已损坏；此前的行已读取。",
  },
  "file.gzip_bomb": {
    http: 413,
    retry: "never",
    user: "The compressed file grows to more than {limit}; reading stopped here.",
    userZh: "压缩文件解压后超过 {limit}，已停止读取。",
  },
  "row.too_long": {
    http: 422,
    retry: "never",
    user: "The row is longer than {limit} characters.",
    userZh: "该行超过 {limit} 个字符。",
  },
  "row.quote": {
    http: 422,
    retry: "never",
    user: "A quotation mark is opened in this row and never closed.",
    userZh: "该行的引号没有闭合。",
  },
  "row.null_byte": {
    http: 422,
    retry: "never",
    user: "The row holds NUL bytes, so it is not text.",
    userZh: "该行含有空字节，不是文本。",
  },
  "row.no_structure": {
    http: 422,
    retry: "never",
    user: "The row has no structure in column “{column}”.",
    userZh: "该行在“{column}”列中没有结构。",
  },
  "row.sdf_unfinished": {
    http: 422,
    retry: "never",
    user: "The SDF record has no complete molblock.",
    userZh: "该 SDF 记录没有完整的 molblock。",
  },
});

export type ChemErrorName = keyof typeof chemErrors.specs;
