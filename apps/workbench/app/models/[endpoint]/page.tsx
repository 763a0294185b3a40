import { getTranslations } from "next-intl/server";
import { ModelPage } from "../../../features/models/model-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("models");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ endpoint: string }> }) {
  const { endpoint } = await params;
  return <ModelPage endpoint={endpoint} />;
}
