export const organizationsPath = '/organizations';

export const organizationPath = (id: string): string => `${organizationsPath}/${id}`;
