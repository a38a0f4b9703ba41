export { contactAccess } from './contact.access.ts';
export { findContactByEmail, findContactIds, getContact } from './contact.queries.ts';
export { type Contact, type ContactCreate, contactCreateInput, contactUpdateInput } from './contact.schema.ts';
export { contactSearchProvider } from './contact.search.ts';
export { archiveContact, createContact, reassignContacts, restoreContact, updateContact } from './contact.service.ts';
export { contactName } from './contact.ts';
export { contactNotificationProvider } from './contact-notification.queries.ts';
export { answerEscalations, askManagers } from './escalation.service.ts';
export { contactsFirstLook } from './first-look.ts';
