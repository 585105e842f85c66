// Server: an address that no route answers.
import AdminNotFound from "@/app/(admin)/not-found";

export { metadata } from "@/app/(admin)/not-found";

export default function NotFound() {
  return (
    <main>
      <AdminNotFound />
    </main>
  );
}
