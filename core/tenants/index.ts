export { resolveTenantByHost } from './host.service.ts';
export { type LifecycleStep, listTransitions, moveTenant, type TransitionRow } from './lifecycle.service.ts';
export { insertTenant, type NewTenant } from './register.service.ts';
export { signUp } from './sign-up.service.ts';
export { signUpRouter, workspaceRouter } from './tenant.router.ts';
export { slugProblem, TENANT_STATUSES, type TenantStatus } from './tenant.ts';
export { currentTerms, type Terms } from './terms.ts';
