/** For `rejects.toMatchObject`: how a procedure refuses. */
export const refused = (reason: string): object => ({ cause: { reason } });
export const notFound: object = { cause: { code: 'not_found' } };

export const idsOf = (page: { items: readonly { id: string }[] }): string[] => page.items.map(({ id }) => id);
