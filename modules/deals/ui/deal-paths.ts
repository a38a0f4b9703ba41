export const dealsPath = '/deals';

export function dealPath(id: string): string {
  return `/deals/${id}`;
}
