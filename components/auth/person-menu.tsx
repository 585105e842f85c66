// Client: what else an owner may do with a person.
import { Ellipsis, KeyRound, UserRoundCheck, UserRoundX } from "lucide-react";
import { disableDialogId } from "@/components/auth/disable-dialog";
import { Menu, MenuButton, MenuItem } from "@/components/ui/menu";

type PersonMenuProps = {
  person: { id: string; name: string; status: "active" | "invited" | "disabled" };
  act: (form: FormData) => void;
};

export function PersonMenu({ person, act }: PersonMenuProps) {
  const menu = `person-${person.id}`;
  return (
    <div>
      <MenuButton
        menu={menu}
        variant="ghost"
        size="sm"
        iconOnly
        aria-label={`More for ${person.name}`}
      >
        <Ellipsis aria-hidden />
      </MenuButton>
      <Menu id={menu} label={person.name} placement="below-end">
        {person.status === "disabled" ? (
          <DeedItem id={person.id} deed="enable" act={act}>
            <UserRoundCheck aria-hidden /> Enable
          </DeedItem>
        ) : (
          <>
            <DeedItem id={person.id} deed="link" act={act}>
              <KeyRound aria-hidden />
              {person.status === "invited" ? "New invitation link" : "New password link"}
            </DeedItem>
            <MenuItem
              command="show-modal"
              commandfor={disableDialogId(person)}
              aria-haspopup="dialog"
            >
              <UserRoundX aria-hidden /> Disable…
            </MenuItem>
          </>
        )}
      </Menu>
    </div>
  );
}

type DeedItemProps = {
  id: string;
  deed: string;
  act: (form: FormData) => void;
  children: React.ReactNode;
};

function DeedItem({ id, deed, act, children }: DeedItemProps) {
  return (
    <form action={act}>
      <input type="hidden" name="id" value={id} />
      <MenuItem type="submit" name="deed" value={deed}>
        {children}
      </MenuItem>
    </form>
  );
}
