export const contactsPath = '/contacts';

export const duplicatesPath = `${contactsPath}/duplicates`;

export const contactPath = (id: string): string => `${contactsPath}/${id}`;

/** The page of the contact that stays, with the comparison open. */
export const mergePath = (id: string, otherId: string): string => `${contactPath(id)}?merge=${otherId}`;

/** A telephone link keeps digits and a leading plus; anything else would not dial. */
export const phoneHref = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
