'use client';
import { useApi } from '@aura/api/client';
import type { authRouter } from './auth.router.ts';
import type { apiKeyRouter, meRouter } from './me.router.ts';

export type { ApiKeyOutput, MeOutput, SessionOutput } from './me.schema.ts';

export function useIdentityApi() {
  return useApi<{ auth: typeof authRouter; me: typeof meRouter; apiKeys: typeof apiKeyRouter }>();
}

export { AuthForm } from './ui/auth-form.tsx';
export { ForgotPasswordScreen } from './ui/forgot-password-screen.tsx';
export { type FormFailure, formErrors, missingFields, useFormFailure } from './ui/form-failure.ts';
export { HandoffScreen } from './ui/handoff-screen.tsx';
export { KnownMe } from './ui/known-me.tsx';
export { LoadFailure } from './ui/load-failure.tsx';
export { NewPasswordField } from './ui/new-password-field.tsx';
export { ProfileScreen } from './ui/profile-screen.tsx';
export { Outcome, ResetPasswordScreen } from './ui/reset-password-screen.tsx';
export { SaveRow } from './ui/save-row.tsx';
export { SecurityScreen } from './ui/security-screen.tsx';
export { settingsCrumb } from './ui/settings-crumb.ts';
export { SettingsForm, SettingsSection } from './ui/settings-section.tsx';
export { SignInScreen } from './ui/sign-in-screen.tsx';
export { useMe } from './ui/use-me.ts';
export { VerifyEmailBanner } from './ui/verify-email-banner.tsx';
export { VerifyEmailScreen } from './ui/verify-email-screen.tsx';
