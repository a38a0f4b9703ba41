export { findRole, fullNameOf, readCompany } from './company.ts';
export type { Company, JobRole } from './company.schema.ts';
export { siteRouter } from './message.router.ts';
