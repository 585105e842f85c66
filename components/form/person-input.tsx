"use client";
// Client: an id of a person: type a name and choose, or paste the id.
import { useId } from "react";
import { useFoundPeople } from "@/components/form/use-found-people";
import { Avatar } from "@/components/ui/avatar";
import { Input, type InputProps } from "@/components/ui/input";
import type { Page } from "@/lib/model/page";

type People = Page["people"];
type PersonInputProps = { input: InputProps & { value: string }; people: People };

export function PersonInput({ input, people }: PersonInputProps) {
  const listId = useId();
  const known = useFoundPeople(people, input.value.trim());
  const chosen = known[input.value];

  return (
    <>
      <Input
        {...input}
        list={listId}
        mono
        placeholder={input.placeholder ?? "Name, e-mail or id"}
      />
      <datalist id={listId}>
        {Object.entries(known).map(([id, { name, email }]) => (
          <option key={id} value={id}>
            {`${name} · ${email}`}
          </option>
        ))}
      </datalist>
      {chosen && (
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <Avatar name={chosen.name} />
          {chosen.name} · {chosen.email}
        </p>
      )}
    </>
  );
}
