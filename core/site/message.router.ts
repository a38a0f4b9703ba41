import { enforcePublicLimit, publicProcedure, router } from '@aura/api';
import { AppError } from '@aura/kernel';
import { acceptedOutput, applicationInput, contactInput, roleAlertInput } from './message.schema.ts';
import { sendApplication, sendContactMessage, sendRoleAlert } from './message.service.ts';

/** A procedure of the root host: a workspace has no contact form. */
function onSite(reason: string) {
  return publicProcedure(reason).use(async ({ ctx, next }) => {
    if (ctx.tenant)
      throw new AppError('not_found', {
        reason: 'no_such_endpoint',
        detail: 'Write to us from the main site, not inside a workspace.',
      });
    await enforcePublicLimit(ctx);
    return next();
  });
}

const accepted = { accepted: true } as const;

export const siteRouter = router({
  contact: onSite('Visitors of the site write to the company')
    .input(contactInput)
    .output(acceptedOutput)
    .mutation(async ({ ctx, input }) => {
      await sendContactMessage(ctx, input);
      return accepted;
    }),
  applyForRole: onSite('Applicants have no account')
    .input(applicationInput)
    .output(acceptedOutput)
    .mutation(async ({ ctx, input }) => {
      await sendApplication(ctx, input);
      return accepted;
    }),
  roleAlert: onSite('Applicants have no account')
    .input(roleAlertInput)
    .output(acceptedOutput)
    .mutation(async ({ ctx, input }) => {
      await sendRoleAlert(ctx, input);
      return accepted;
    }),
});
