import { enforcePublicLimit, procedure, publicProcedure, router } from '@aura/api';
import {
  acceptedOutput,
  enteredOutput,
  handoffInput,
  refreshInput,
  resetConfirmInput,
  resetRequestInput,
  revokeInput,
  signInInput,
  tokenInput,
  tokensOutput,
  verifyEmailInput,
} from './auth.schema.ts';
import { verifyEmail } from './email-verification.service.ts';
import { redeemHandoff } from './handoff.service.ts';
import { confirmPasswordReset, requestPasswordReset } from './password-reset.service.ts';
import { refreshTokens } from './refresh.service.ts';
import { enterByCookie, enterByToken, proveByPassword } from './sign-in.service.ts';
import { revokeSession, signOut } from './sign-out.service.ts';

/** A procedure on the way in: nobody is signed in yet, so the address is what is limited. */
function entrance(reason: string) {
  return publicProcedure(reason).use(async ({ ctx, next }) => {
    await enforcePublicLimit(ctx);
    return next();
  });
}

export const authRouter = router({
  signIn: entrance('Signing in is how one becomes known')
    .input(signInInput)
    .output(enteredOutput)
    .mutation(async ({ ctx, input: { remember, ...proof } }) => {
      const entrant = await proveByPassword(ctx, proof);
      await enterByCookie(ctx, entrant, { remember });
      return { userId: entrant.userId };
    }),
  signOut: procedure('me:read').mutation(({ ctx }) => signOut(ctx)),
  token: entrance('Signing in is how one becomes known')
    .meta({ rest: { method: 'POST', path: '/auth/token', summary: 'Sign in with e-mail and password' } })
    .input(tokenInput)
    .output(tokensOutput)
    .mutation(async ({ ctx, input }) => enterByToken(ctx, await proveByPassword(ctx, input))),
  refresh: entrance('The refresh token is the proof')
    .meta({ rest: { method: 'POST', path: '/auth/refresh', summary: 'Trade a refresh token for a new pair' } })
    .input(refreshInput)
    .output(tokensOutput)
    .mutation(({ ctx, input }) => refreshTokens(ctx, input.refreshToken)),
  revoke: entrance('The refresh token is the proof; without one the caller must be signed in')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/revoke',
        status: 204,
        summary: 'End the session of a refresh token, or this one',
      },
    })
    .input(revokeInput)
    .mutation(({ ctx, input }) => revokeSession(ctx, input.refreshToken)),
  requestPasswordReset: entrance('People who forgot their password cannot sign in')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/password-reset',
        status: 202,
        summary: 'Mail a link to choose a new password',
      },
    })
    .input(resetRequestInput)
    .output(acceptedOutput)
    .mutation(async ({ ctx, input }) => {
      await requestPasswordReset(ctx, input.email);
      return { accepted: true as const };
    }),
  confirmPasswordReset: entrance('The link from the mail is the proof')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/password-reset/confirm',
        status: 204,
        summary: 'Set a new password with the link from the mail',
      },
    })
    .input(resetConfirmInput)
    .mutation(({ ctx, input }) => confirmPasswordReset(ctx, input)),
  redeemHandoff: entrance('The single-use code from the root host is the proof')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/handoff',
        status: 204,
        summary: 'Turn a hand-off code into a browser session of this host',
      },
    })
    .input(handoffInput)
    .mutation(({ ctx, input }) => redeemHandoff(ctx, input.code)),
  verifyEmail: entrance('The link from the mail is the proof')
    .meta({
      rest: {
        method: 'POST',
        path: '/auth/verify-email',
        status: 204,
        summary: 'Confirm an e-mail address with the link from the mail',
      },
    })
    .input(verifyEmailInput)
    .mutation(({ ctx, input }) => verifyEmail(ctx, input.token)),
});
