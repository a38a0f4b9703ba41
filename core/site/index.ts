export type { Company, JobRole } from './company.schema.ts';
export { findRole, fullNameOf, readCompany } from './company.ts';
export { siteRouter } from './message.router.ts';
