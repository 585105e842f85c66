// Pure: what coaches write after a session, in the languages of their clients.
import type { Random } from "./random";

export type Language = "en" | "de" | "fr" | "es" | "pt" | "ja" | "zh" | "ar";

/** What was talked about, and what was agreed; any of one go with any of the other. */
type Phrases = { talk: string[]; next: string[] };

const PHRASES: Record<Language, Phrases> = {
  en: {
    talk: [
      "Arrived tired after the release week, but named two things that went well without being asked.",
      "We mapped the week on paper: eleven recurring meetings, four of them without a purpose anyone could state.",
      "Rehearsed the conversation with her manager twice; the second time she let the silence work.",
      "Talked about the difference between being busy and being effective. The calendar exercise helped.",
      "He postponed the difficult feedback again. Underneath: the fear of losing the friendship.",
      "Big step: said no to the third project and nothing bad happened 🎉",
      "Energy is back. Sleeping better since the phone stays in the kitchen.",
      'Explored what "senior" would look like in practice rather than on the job ladder.',
      "The presentation went well; the feedback quoted her opening sentence word for word.",
      "Doubts about the new role. We separated the facts from the forecasts.",
      "Worked with the wheel of life: health 4, relationships 8, work 6, play 2.",
      "First session on the new team. Curious, a little overwhelmed, asks good questions.",
      "Honest talk about perfectionism: 80 % on Tuesday would have been better than 100 % on Friday.",
      "Values exercise: autonomy, craft and fairness came out on top. Current job serves one of three.",
      "The mentor pairing is working. They meet without me now, which was the point.",
      "Started the session with a walk. Noticeably calmer afterwards than in the last two calls.",
    ],
    next: [
      "Next: block two mornings for deep work and report how many survived.",
      "Homework: write the one-page pitch, send it by Thursday.",
      "Agreed to ask three colleagues one question each: what should I stop doing?",
      "Will decline one meeting a week and note what happens.",
      "To do before we meet again:\n- draft the job description\n- talk to finance about the budget\n- rest on Sunday, really",
      "No homework this time. Let it settle.",
      "Experiment: end each day by writing down one thing that is finished.",
      "He chooses the topic next time and brings an example.",
      "Follow-up in two weeks; sooner if the reorganisation is announced.",
      "Will try the 3–2–1 evening routine for ten days.",
      "She sends me the draft; I answer with questions only.",
      "Measure: confidence from 5 to 7 by the end of the quarter.",
    ],
  },
  de: {
    talk: [
      "Die Umstellung auf die Teamleitung kostet Kraft; Delegieren fällt noch schwer.",
      "Wir haben das Mitarbeitergespräch durchgespielt. Beim zweiten Mal deutlich ruhiger.",
      "Überraschend offen über die Kündigungsgedanken gesprochen.",
      "Schlaf besser, Grübeln am Sonntagabend bleibt. Auslöser ist die Wochenplanung.",
      "Rückblick auf das Quartal: drei von vier Zielen erreicht, das vierte war nie ihres.",
      "Konflikt mit dem Produktteam: Was ist Beobachtung, was ist Deutung?",
      "Zum ersten Mal Urlaub ohne Laptop. »Es hat niemand gemerkt.« 😄",
      "Stärkenanalyse besprochen; »Struktur« taucht in fünf von sechs Rückmeldungen auf.",
    ],
    next: [
      "Bis zum nächsten Mal: zwei Aufgaben vollständig abgeben und nicht nachfragen.",
      "Vereinbart: jeden Freitag 15 Minuten Wochenrückblick, schriftlich.",
      "Nächster Schritt ist das Gespräch mit der Bereichsleitung über das Gehaltsband.",
      "Sie probiert die Pausenregel (50/10) zwei Wochen lang aus.",
      "Kein Auftrag; nur beobachten, wann die Schultern hochgehen.",
      "Schickt mir bis Mittwoch den Entwurf der Rollenbeschreibung.",
    ],
  },
  fr: {
    talk: [
      "Séance dense : la peur de décevoir revient à chaque décision importante.",
      "Elle a présenté son projet devant la direction ; très bon accueil, malgré le trac.",
      "Nous avons distingué l’urgent de l’important ; la liste est passée de vingt-trois à six points.",
      "Retour sur le conflit de lundi. Il reconnaît sa part sans se justifier : c’est nouveau.",
      "Fatigue persistante. On a parlé du sommeil, du café et des courriels du soir.",
      "« Je n’ai plus l’impression de courir après quelqu’un. » À retenir !",
      "Exploration des valeurs : la transmission arrive largement en tête.",
      "Bilan à mi-parcours : confiance de 4 à 7, organisation de 3 à 6.",
    ],
    next: [
      "Prochaine étape : demander un retour précis à deux collègues.",
      "À faire : préparer l’entretien annuel, une page, pas davantage.",
      "Elle essaie une semaine sans notifications après 19 h.",
      "Il rédige sa lettre de mission et me l’envoie vendredi.",
      "On se revoit dans quinze jours ; d’ici là, une promenade par jour 🌿",
      "Rien d’autre à faire que de remarquer ce qui change.",
    ],
  },
  es: {
    talk: [
      "Llegó con dudas sobre el ascenso; se va con tres preguntas concretas para su jefa.",
      "Repasamos la semana: demasiadas interrupciones, pero ya protege las mañanas.",
      "¿Qué harías si no tuvieras miedo? Silencio largo y después una respuesta muy clara.",
      "El equipo ha crecido de cuatro a nueve personas; toca aprender a soltar.",
      "Mucho mejor ánimo. Ha vuelto a correr dos veces por semana 🏃‍♀️",
      "Practicamos la conversación difícil con el método observación, efecto, petición.",
      "Reconoce que dice que sí por costumbre y no por convicción.",
    ],
    next: [
      "Compromiso: una sola prioridad al día, escrita antes de abrir el correo.",
      "Tarea: pedir opinión a un compañero de otro equipo.",
      "Para la próxima sesión traerá un ejemplo real y lo que sintió.",
      "Seguimos en dos semanas, mismo horario.",
      "Hablará con Recursos Humanos sobre la jornada reducida.",
    ],
  },
  pt: {
    talk: [
      "Sessão leve: a mudança de equipa correu melhor do que esperava.",
      "Falámos sobre limites; dizer não ainda vem acompanhado de culpa.",
      "A apresentação ao conselho está quase pronta, falta acreditar nela.",
      "Percebeu que a pressa é um hábito e não uma necessidade.",
      "Autoconfiança subiu de 5 para 7. Quer chegar ao 8 antes das férias 🌞",
      "Revisão dos objetivos: dois mantidos, um abandonado com alívio.",
    ],
    next: [
      "Próximo passo: delegar o relatório mensal por inteiro.",
      "Vai escrever três linhas por dia sobre o que correu bem.",
      "Combinámos uma conversa com a chefia até ao fim do mês.",
      "Experimentar: reuniões de 25 minutos durante duas semanas.",
      "Trazer o organograma desenhado à mão.",
    ],
  },
  ja: {
    talk: [
      "新しい役割への不安について話し合いました。事実と想像を分けるだけで表情が変わりました。",
      "一週間の時間の使い方を書き出し、集中できる午前中を守ることにしました。",
      "部下との面談を二回練習。二回目は沈黙を怖がらずに待てました。",
      "睡眠は改善傾向。日曜の夜の緊張だけが残っています。",
      "評価面談の振り返り。「準備した言葉が自然に出た」とのこと👏",
      "強みの整理：丁寧さ、聴く力、そして粘り強さ。",
    ],
    next: [
      "次回までに、一日一つだけ「やらないこと」を決めて記録する。",
      "金曜日までに企画書の一枚目を送ってもらう。",
      "同僚三人に同じ質問をしてみる。",
      "二週間後に続きを話します。宿題はありません。",
      "次回は本人がテーマを選ぶ。",
    ],
  },
  zh: {
    talk: [
      "今天主要讨论了晋升后的压力。把事实和担忧分开之后，她松了一口气。",
      "回顾了过去两周：专注时间明显增加，会议减少了三分之一。",
      "练习了与上级的艰难对话，第二遍明显更从容。",
      "他意识到自己总是先答应，再后悔。我们谈了边界。",
      "价值观练习：自主、公平和成长排在前三位。",
      "睡眠好转，周末终于没有打开电脑 😊",
    ],
    next: [
      "下一步：每周拒绝一个不必要的会议，并记录结果。",
      "作业：周四之前写完一页纸的提案。",
      "两周后继续，请带一个真实的例子。",
      "先观察，不急着改变。",
      "向三位同事各问一个问题。",
    ],
  },
  ar: {
    talk: [
      "جلسة هادئة تحدثنا فيها عن الفرق بين الانشغال والإنجاز.",
      "راجعنا أهداف الربع: تحقق هدفان من ثلاثة، والثالث لم يعد مهمًا.",
      "تدربنا على الحوار الصعب مع المدير مرتين، وكانت الثانية أكثر ثقة.",
      "تحسّن النوم بعد إبعاد الهاتف عن غرفة النوم 🌙",
      "ما زالت تجد صعوبة في قول «لا»، لكنها لاحظت ذلك بنفسها هذه المرة.",
    ],
    next: [
      "الخطوة التالية: تفويض تقرير واحد بالكامل هذا الأسبوع.",
      "الواجب: كتابة ثلاثة أمور نجحت كل مساء.",
      "نلتقي بعد أسبوعين في الموعد نفسه (14:30).",
      "ترسل المسودة قبل يوم الخميس.",
    ],
  },
};

/** Why a session did not take place. */
export const CANCELLATIONS = [
  "Cancelled by the client: child ill.",
  "Cancelled two hours before; counts as used (see coaching.cancellation_hours).",
  "Moved to next week, same time.",
  "Kurzfristig abgesagt, Bahn fällt aus.",
  "Annulée : déplacement professionnel.",
  "No show. Wrote to ask whether everything is all right.",
  "体調不良のため延期。",
  "Coach travelling; offered two other dates.",
];

/** What a client asked for when booking. */
export const REQUESTS = [
  "Would like to talk about the offer from the other department.",
  "Prefers an afternoon, after 15:00.",
  "Urgent if possible: review meeting is next Friday!",
  "¿Puede ser por vídeo?",
  "Möchte die Coachin wechseln, bitte vertraulich behandeln.",
  "会議室ではなくオンライン希望。",
];

export function languageOf(locale: string): Language {
  const language = locale.split("-")[0] ?? "";
  return language in PHRASES ? (language as Language) : "en";
}

export function writeNote(random: Random, language: Language): string {
  const { talk, next } = PHRASES[language];
  const separator = random.weighted({ " ": 5, "\n\n": 3, "\n→ ": 1 });
  return random.pick(talk) + separator + random.pick(next);
}
