/** How a procedure appears as REST; the OpenAPI document is made from the same. */
export type RestMeta = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below /api/v1, with `{name}` for inputs that the path carries. */
  path: `/${string}`;
  summary: string;
  /** 200 unless said. 204 sends no body. */
  status?: 200 | 201 | 202 | 204;
  /** Location header of a 201 or 202; `{id}` is filled from the answer. */
  location?: `/${string}`;
  /** `multipart`: the input has `file` (bytes) and `options`. */
  body?: 'json' | 'multipart';
  /** Other representations, by the Accept header. */
  formats?: Readonly<Record<string, (output: never) => string>>;
  /** The answer is a file: `{ fileName, contentType, body }`. */
  isFile?: boolean;
};

export type FileAnswer = {
  fileName: string;
  contentType: string;
  /** In bytes, where it is known before. */
  size?: number;
  /** A stream where the file is larger than a process should hold. */
  body: string | Uint8Array | ReadableStream<Uint8Array>;
};
