/** Names of the set that the pack has under another name; made from the development part alone. */
export const aliases: Readonly<Record<string, string>> = {
  "liver metastasis": "secondary malignant neoplasm of liver",
  "breast cancer": "breast carcinoma",
  "pacemaker implantation": "Pacemaker, Artificial",
};
