// Pure: the sample people as rows of the framework's tables (`base_`).
import { DAY, HOUR, preciseLiteral, timeOfDay } from "./calendar";
import { type Person, samplePeople } from "./people";
import { createRandom, type Random } from "./random";

export function frameworkRows(today: Date) {
  const random = createRandom("framework");
  const { organisations, people } = samplePeople();

  const before = (fewestDays: number, mostDays: number) =>
    today.getTime() - random.int(fewestDays, mostDays) * DAY + timeOfDay(random);

  const joined = new Map(people.map(({ id }) => [id, before(160, 580)]));
  return {
    organisations: organisations.map((organisation) => ({
      ...organisation,
      created_at: preciseLiteral(before(600, 900), random),
      updated_at: preciseLiteral(before(5, 100), random),
    })),
    users: people.map((person) => ({
      id: person.id,
      email: person.email,
      email_verified: random.chance(0.9),
      ...credentials(random),
      image: null,
      firstname: person.firstname,
      surname: person.surname,
      created_at: preciseLiteral(joined.get(person.id) ?? 0, random),
      updated_at: preciseLiteral(before(1, 150), random),
      meta: random.chance(0.85) ? { locale: person.locale, timezone: person.timezone } : null,
      last_organisation_id: random.chance(0.9) ? person.organisationId : null,
    })),
    members: [
      ...people.map(({ id, organisationId, role }) => ({
        user_id: id,
        organisation_id: organisationId,
        role,
        joined_at: preciseLiteral((joined.get(id) ?? 0) + HOUR, random),
      })),
      ...people
        .filter(({ role }) => role === "owner")
        .map((owner) => ({
          user_id: owner.id,
          organisation_id: nextOrganisation(owner),
          role: "member",
          joined_at: preciseLiteral(before(20, 120), random),
        })),
    ],
  };

  /** Owners help out as plain members of the next organisation. */
  function nextOrganisation({ organisationId }: Person): string | undefined {
    const index = organisations.findIndex(({ id }) => id === organisationId);
    return organisations[(index + 1) % organisations.length]?.id;
  }
}

/** Who signs in through a company's directory has an id there and no password here. */
function credentials(random: Random) {
  if (random.chance(0.2)) {
    return { password: null, salt: null, ext_user_id: `directory|${random.int(100_000, 999_999)}` };
  }
  const secret = random.uuid().replaceAll("-", "");
  return {
    password: `sample-hash-${secret}`,
    salt: `sample-salt-${secret.slice(0, 16)}`,
    ext_user_id: "",
  };
}
