import { getTranslations } from "next-intl/server";
import { SourcesPage } from "../../../features/knowledge/sources/sources-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("knowledge.sources");
  return { title: t("title") };
}

export default SourcesPage;
