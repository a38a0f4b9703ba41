'use client';

export { ApplicationForm } from './ui/application-form.tsx';
export { ContactForm } from './ui/contact-form.tsx';
export { RoleAlertForm } from './ui/role-alert-form.tsx';
