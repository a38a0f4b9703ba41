/** The only place where this package reads the environment. */
export function readCompanyFilePath(): string | undefined {
  return process.env['AURA_COMPANY_FILE'] || undefined;
}
