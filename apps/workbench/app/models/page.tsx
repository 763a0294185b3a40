import { getTranslations } from "next-intl/server";
import { ModelsPage } from "../../features/models/models-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("models");
  return { title: t("title") };
}

export default ModelsPage;
