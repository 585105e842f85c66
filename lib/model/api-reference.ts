// Pure: the API as its reference page shows it.

export type ApiField = { name: string; type: string; isRequired: boolean; description: string };

export type ApiParameter = ApiField & { place: "path" | "query" | "header" | "cookie" };

export type ApiAnswer = { status: string; description: string; fields: ApiField[] };

export type ApiOperation = {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  summary: string;
  description?: string;
  parameters: ApiParameter[];
  /** The fields of its JSON body. */
  body: ApiField[];
  answers: ApiAnswer[];
  /** A call from a shell. */
  example: string;
};

export type ApiGroup = { name: string; description?: string };

export type ApiReference = {
  groups: ApiGroup[];
  /** Of the group that was asked for. */
  operations: ApiOperation[];
};
