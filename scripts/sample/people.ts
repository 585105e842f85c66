// Pure: who appears in the sample data.
import { createRandom } from "./random";

export type Person = {
  id: string;
  firstname: string;
  surname: string;
  email: string;
  locale: string;
  timezone: string;
  organisationId: string;
  role: "owner" | "admin" | "member";
};

type Name = [firstname: string, surname: string, mailbox: string, locale: string, zone: string];

type Organisation = { id: string; name: string; description: string | null };

/** In each organisation the first person is the owner and the second an admin. */
const ORGANISATIONS: {
  name: string;
  domain: string;
  description: string | null;
  people: Name[];
}[] = [
  {
    name: "Northlight Health",
    domain: "northlight.example",
    description: "Community clinics in eleven countries; coaching for nurses and team leads.",
    people: [
      ["Amelia", "Hart", "amelia.hart", "en-GB", "Europe/London"],
      ["Jonas", "Weidmann", "jonas.weidmann", "de-DE", "Europe/Berlin"],
      ["Siobhán", "O’Connell", "siobhan.oconnell", "en-IE", "Europe/Dublin"],
      ["Zofia", "Wójcik", "zofia.wojcik", "pl-PL", "Europe/Warsaw"],
      ["Łukasz", "Żółkowski", "lukasz+coaching", "pl-PL", "Europe/Warsaw"],
      ["Søren", "Kjærgaard", "soren.kjaergaard", "da-DK", "Europe/Copenhagen"],
      ["Sigríður", "Þórhallsdóttir", "sigridur", "is-IS", "Atlantic/Reykjavik"],
      ["Bo", "Ek", "bo", "sv-SE", "Europe/Stockholm"],
      ["Katharina", "von Hohenberg-Lindenthal", "k.hohenberg", "de-AT", "Europe/Vienna"],
      ["Lena", "Großmann", "lena.grossmann", "de-DE", "Europe/Berlin"],
      ["İpek", "Yıldız", "ipek.yildiz", "tr-TR", "Europe/Istanbul"],
      ["Ștefan", "Ionescu", "stefan.ionescu", "ro-RO", "Europe/Bucharest"],
      ["Oluwaseun", "Adébáyọ̀", "oluwaseun", "en-NG", "Africa/Lagos"],
      ["Priya", "Raghunathan", "priya.raghunathan", "en-IN", "Asia/Kolkata"],
    ],
  },
  {
    name: "Ateliers Beaulieu",
    domain: "beaulieu.example",
    description: "Maison de création à Lyon, Lisbonne et Mexico.",
    people: [
      ["Élodie", "Béranger", "elodie.beranger", "fr-FR", "Europe/Paris"],
      ["João", "Conceição", "joao.conceicao", "pt-PT", "Europe/Lisbon"],
      ["François-Xavier", "de La Rochemaure", "fx.delarochemaure", "fr-FR", "Europe/Paris"],
      ["Maëlys", "Kerdoncuff", "maelys.kerdoncuff", "fr-FR", "Europe/Paris"],
      ["María José", "Fernández Ordóñez", "mj.fernandez", "es-ES", "Europe/Madrid"],
      ["Íñigo", "Etxeberria", "inigo.etxeberria", "es-ES", "Europe/Madrid"],
      ["Lucía", "Peña", "lucia.pena", "es-MX", "America/Mexico_City"],
      ["Thaís", "Figueiredo", "thais.figueiredo", "pt-BR", "America/Sao_Paulo"],
      ["ليلى", "المنصوري", "layla.almansouri", "ar-AE", "Asia/Dubai"],
      ["يوسف", "حداد", "youssef.haddad", "ar-MA", "Africa/Casablanca"],
      ["סתיו", "אלמוג", "stav.almog", "he-IL", "Asia/Jerusalem"],
      ["Ελένη", "Παπαδοπούλου", "eleni", "el-GR", "Europe/Athens"],
      ["Wilhelmina", "Featherstonehaugh-Cholmondeley", "mina.fc", "en-CA", "America/Toronto"],
    ],
  },
  {
    name: "星空ラボ Hoshizora Labs",
    domain: "hoshizora.example",
    description: null,
    people: [
      ["陽菜", "佐藤", "hina.sato", "ja-JP", "Asia/Tokyo"],
      ["志明", "林", "zhiming.lin", "zh-TW", "Asia/Taipei"],
      ["健太", "高橋", "kenta.takahashi", "ja-JP", "Asia/Tokyo"],
      ["美咲", "渡辺", "misaki.watanabe", "ja-JP", "Asia/Tokyo"],
      ["静怡", "陈", "jingyi.chen", "zh-CN", "Asia/Shanghai"],
      ["浩然", "欧阳", "haoran.ouyang", "zh-CN", "Asia/Shanghai"],
      ["지우", "김", "jiwoo.kim", "ko-KR", "Asia/Seoul"],
      ["Minh Khai", "Nguyễn Thị", "khai.nguyen", "vi-VN", "Asia/Ho_Chi_Minh"],
      ["อรทัย", "ศรีสุข", "orathai.srisuk", "th-TH", "Asia/Bangkok"],
      ["अंजलि", "देशपांडे", "anjali.deshpande", "hi-IN", "Asia/Kolkata"],
      ["Оксана", "Коваленко", "oksana.kovalenko", "uk-UA", "Europe/Kyiv"],
      ["Kalani", "Kahananui", "kalani", "en-US", "Pacific/Honolulu"],
      ["Marcus", "Brown", "marcus.brown", "en-US", "America/New_York"],
    ],
  },
];

/** Same people, same ids, whatever the day. */
export function samplePeople(): { organisations: Organisation[]; people: Person[] } {
  const random = createRandom("people");
  const organisations: Organisation[] = [];
  const people: Person[] = [];
  for (const { name, description, domain, people: names } of ORGANISATIONS) {
    const organisationId = random.uuid();
    organisations.push({ id: organisationId, name, description });
    for (const [position, [firstname, surname, mailbox, locale, timezone]] of names.entries()) {
      people.push({
        id: random.uuid(),
        firstname,
        surname,
        email: `${mailbox}@${domain}`,
        locale,
        timezone,
        organisationId,
        role: position === 0 ? "owner" : position === 1 ? "admin" : "member",
      });
    }
  }
  return { organisations, people };
}

/** Those who are coached: members, but for the few who have not begun. */
export function sampleClients(): Person[] {
  return samplePeople().people.filter(({ role }, index) => role === "member" && index % 9 !== 8);
}
