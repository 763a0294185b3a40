import { getTranslations } from "next-intl/server";
import { ProjectsPage } from "../features/projects/projects-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("projects");
  return { title: t("title") };
}

export default ProjectsPage;
