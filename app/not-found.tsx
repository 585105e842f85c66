// Server: an address that no route answers.
export { default, metadata } from "@/app/(admin)/not-found";
