"use client";
// Client: to where a list's order reaches a value. Without JavaScript it is a form to send.
import { type SubmitEvent, useId, useState } from "react";
import { addressParams } from "@/components/list/address-params";
import { Button } from "@/components/ui/button";
import { Field as FieldFrame } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuButton } from "@/components/ui/menu";
import { checkLiteral } from "@/lib/model/check-literal";
import { type ListQuery, listHref } from "@/lib/model/list-params";
import { type Field, fieldOf, type Resource, resourceHref } from "@/lib/model/resource";

const menuId = "go-to-value";

type GoToProps = { resource: Resource; query: ListQuery };

/** Nothing for a list without an order. */
export function GoTo({ resource, query }: GoToProps) {
  const field = query.sort[0] && fieldOf(resource, query.sort[0].field);
  if (!field) return null;
  return (
    <>
      <MenuButton menu={menuId} variant="ghost" size="sm">
        Go to…
      </MenuButton>
      <Menu id={menuId} label="Go to" placement="above-end" className="w-64 p-3">
        <GoToForm key={field.name} {...{ resource, query, field }} />
      </Menu>
    </>
  );
}

function GoToForm({ resource, query, field }: GoToProps & { field: Field }) {
  const id = useId();
  const [error, setError] = useState<string>();
  const isDay = ["timestamp", "timestamptz", "date"].includes(field.kind);
  const isNumber = ["integer", "decimal", "float"].includes(field.kind);

  function go(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const value = String(new FormData(event.currentTarget).get("from") ?? "");
    const fault = checkLiteral({ ...field, length: undefined }, value);
    setError(fault);
    if (fault) return;
    const href = listHref(resource, { ...query, position: { at: "from", value } });
    window.history.pushState(null, "", href);
    document.getElementById(menuId)?.hidePopover();
  }

  return (
    <form
      data-keep-open
      action={resourceHref(resource)}
      noValidate
      onSubmit={go}
      className="flex flex-col gap-2.5"
    >
      {addressParams(listHref(resource, { ...query, position: { at: "first" } })).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <FieldFrame
        id={id}
        label={isDay ? `${field.label} around` : `${field.label} from`}
        {...(error && { error })}
      >
        {(control) => (
          <Input
            {...control}
            name="from"
            type={isDay ? "date" : "text"}
            mono={field.kind !== "text"}
            inputMode={isNumber ? "decimal" : undefined}
          />
        )}
      </FieldFrame>
      <Button type="submit" size="sm" variant="primary" className="self-start">
        Go
      </Button>
    </form>
  );
}
