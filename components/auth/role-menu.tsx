// Client: a person's role, and the roles they could have. Each choice is a submit button, so it needs no script.
import { Check, ChevronDown } from "lucide-react";
import { roleWords } from "@/components/auth/role-words";
import { Menu, MenuButton, MenuItem } from "@/components/ui/menu";
import { type Role, roles } from "@/lib/model/actor";

type RoleMenuProps = {
  person: { id: string; name: string; role: Role };
  act: (form: FormData) => void;
};

export function RoleMenu({ person, act }: RoleMenuProps) {
  const menu = `role-${person.id}`;
  const { label } = roleWords[person.role];
  return (
    <div>
      <MenuButton menu={menu} size="sm" aria-label={`Role of ${person.name}: ${label}`}>
        {label}
        <ChevronDown aria-hidden className="text-muted" />
      </MenuButton>
      <Menu id={menu} label={`Role of ${person.name}`} placement="below-end">
        <form action={act}>
          <input type="hidden" name="id" value={person.id} />
          <input type="hidden" name="deed" value="role" />
          {roles.map((role) => (
            <MenuItem
              key={role}
              type="submit"
              name="role"
              value={role}
              aria-current={role === person.role || undefined}
              className="h-auto! py-1.5"
            >
              <Check aria-hidden className={role === person.role ? "" : "invisible"} />
              <span>
                <span className="block font-medium">{roleWords[role].label}</span>
                <span className="block text-xs text-muted">{roleWords[role].may}</span>
              </span>
            </MenuItem>
          ))}
        </form>
      </Menu>
    </div>
  );
}
