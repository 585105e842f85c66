"use client";
// Client: people to choose from, found by name, e-mail address or id.
import { useState } from "react";
import { useFoundPeople } from "@/components/form/use-found-people";
import { ChoiceList } from "@/components/list/filter/choice-list";
import type { ValueControlProps } from "@/components/list/filter/value-control";
import { Avatar } from "@/components/ui/avatar";
import { Input } from "@/components/ui/input";
import { checkLiteral } from "@/lib/model/check-literal";
import { factsOf } from "@/lib/model/filter/operators";
import { personName } from "@/lib/model/page";

export function PersonChoice({ field, draft, people, faultId, setValues }: ValueControlProps) {
  const [text, setText] = useState("");
  const known = useFoundPeople(people, text.trim());
  const wanted = text.trim().toLowerCase();
  const isId = wanted !== "" && checkLiteral(field, wanted) === undefined;
  const found = Object.entries(known)
    .filter(([, person]) => isFound(person, wanted))
    .map(([id]) => id);
  const chosen = draft.values.filter((id) => id !== "");
  const ids = [...new Set([...chosen, ...(isId ? [wanted] : []), ...found.sort(byName)])];

  function byName(a: string, b: string) {
    return personName(known, a).localeCompare(personName(known, b));
  }

  return (
    <>
      <Input
        aria-label="Find a person"
        aria-describedby={faultId}
        placeholder="Name, e-mail or id"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== "Enter" || chosen.length > 0 || !first || wanted === "") return;
          event.preventDefault();
          setValues([first]);
        }}
      />
      <ChoiceList
        label="People"
        name="person"
        choices={ids.map((id) => ({
          value: id,
          label: personName(known, id),
          icon: <Avatar name={personName(known, id)} />,
        }))}
        chosen={chosen}
        isMany={factsOf(draft.operator).takes === "many"}
        setChosen={setValues}
      />
    </>
  );
}

function isFound({ name, email }: { name: string; email: string }, wanted: string): boolean {
  return `${name} ${email}`.toLowerCase().includes(wanted);
}
