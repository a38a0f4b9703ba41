export type GenerateContext = {
  root: string;
  /** A freshly migrated database. */
  databaseUrl: string;
};

/** One generated file. `make` must give the same text on every machine. */
export type Step = { file: string; make(context: GenerateContext): string | Promise<string> };
