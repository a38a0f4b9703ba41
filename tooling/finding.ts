/** Something a check objects to. The message ends with the remedy. */
export type Finding = { file: string; line?: number; message: string };

export const describeFinding = ({ file, line, message }: Finding): string =>
  `${line ? `${file}:${line}` : file}  ${message}`;
