// Pure: the parameters of a list's address, for the hidden inputs of a form that changes one of them without scripts.

export function addressParams(href: string): [name: string, value: string][] {
  return [...new URLSearchParams(href.split("?")[1])];
}
