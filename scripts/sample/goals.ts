// Pure: goals of sessions, in the shape {"primary": "…", "secondary": ["…"]}.
import type { Language } from "./notes";
import type { Random } from "./random";

const PRIMARY: Record<Language, string[]> = {
  en: [
    "Lead the team meeting without preparing every sentence",
    "Decide about the offer before the end of the month",
    "Protect two mornings a week for focused work",
    "Give honest feedback within a day",
    "Find a successor for the weekly rota",
    "Apply for the senior position",
    "Feel at home in the new role",
  ],
  de: [
    "Die neue Rolle als Teamleiterin ausfüllen",
    "Abends abschalten können",
    "Das Mitarbeitergespräch souverän führen",
    "Klarheit über den nächsten Karriereschritt",
  ],
  fr: [
    "Prendre la parole en réunion de direction",
    "Retrouver un équilibre entre travail et vie privée",
    "Déléguer sans contrôler",
  ],
  es: ["Preparar el ascenso", "Poner límites sin culpa", "Comunicar con más claridad"],
  pt: ["Delegar com confiança", "Apresentar ao conselho sem ler", "Voltar a dormir bem"],
  ja: ["新しいチームで信頼を築く", "会議で自分の意見を最初に言う", "残業を週一回までにする"],
  zh: ["适应新的管理岗位", "每周保留两个专注的上午", "学会拒绝"],
  ar: ["تحسين التواصل مع الفريق", "تحقيق التوازن بين العمل والحياة", "الاستعداد للترقية"],
};

const SECONDARY: Record<Language, string[]> = {
  en: [
    "Sleep seven hours",
    "Fewer meetings",
    "Ask for feedback",
    "Write weekly notes",
    "Take the lunch break",
    "Delegate the report",
    "Read one book",
  ],
  de: ["Mehr Bewegung", "Freitags früher Schluss", "Delegieren", "Nein sagen", "Wochenrückblick"],
  fr: ["Mieux dormir", "Préparer l’entretien annuel", "Moins de courriels", "Une pause par jour"],
  es: ["Dormir mejor", "Pedir opinión", "Menos reuniones", "Volver a correr"],
  pt: ["Dormir melhor", "Menos reuniões", "Pedir opinião", "Caminhar todos os dias"],
  ja: ["早く寝る", "週に一度振り返る", "休憩を取る", "英語の発表に慣れる"],
  zh: ["早睡", "每周反思", "多运动", "减少会议"],
  ar: ["النوم الجيد", "تقليل الاجتماعات", "القراءة كل أسبوع", "طلب الملاحظات"],
};

/** What the column also holds in practice: hand-made, half-filled or older shapes. */
export const ODD_GOALS: unknown[] = [
  {},
  { primary: "" },
  { primary: "Finish the portfolio", secondary: [] },
  ["Confidence", "Calm", "Clarity"],
  "See the notes of the first session",
  { primary: null, secondary: ["Only the second one is known"] },
  { primary: "Raise the score", target: { metric: "confidence", from: 4, to: 7.5, by: "Q4" } },
  {
    version: 1,
    goals: [
      { text: "Older form", done: true },
      { text: "Kept as it was", done: false },
    ],
  },
];

export function writeGoals(random: Random, language: Language): unknown {
  if (random.chance(0.06)) return null;
  const secondary = SECONDARY[language].filter(() => random.chance(0.4)).slice(0, 3);
  return { primary: random.pick(PRIMARY[language]), secondary };
}
