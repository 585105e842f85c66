"use client";
// Client: a chart's field for one more person.
import { useState } from "react";
import { Labelled } from "@/components/charts/labelled";
import { PersonInput } from "@/components/form/person-input";
import type { Page } from "@/lib/model/page";

export function AddPerson({ people, isFirst }: { people: Page["people"]; isFirst: boolean }) {
  const [value, setValue] = useState("");
  return (
    <Labelled
      id="chart-person"
      label={isFirst ? "Only this person" : "Compare with"}
      className="max-sm:col-span-2 sm:w-38"
    >
      <PersonInput
        people={people}
        input={{
          id: "chart-person",
          name: "person",
          value,
          onChange: (event) => setValue(event.target.value),
        }}
      />
    </Labelled>
  );
}
