export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = "qinghao-theme";
export const asTheme = (value: unknown): Theme => (themes.includes(value as Theme) ? (value as Theme) : "system");
