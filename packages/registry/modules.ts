import { auditModule } from '@aura/audit/module';

/** The installed modules, each after those it depends on. Adding one is a line here. */
export const modules = [auditModule] as const;
