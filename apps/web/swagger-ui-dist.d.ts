declare module 'swagger-ui-dist' {
  /** The folder that holds the package's files. */
  export function absolutePath(): string;
}
