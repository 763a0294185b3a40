/** The cookie that remembers the last open project, so that rooms of a project are one click away from anywhere. */
export const projectCookie = "qinghao-project";
