/** How an API key begins, so that people and secret scanners know one when they see it. */
export const API_KEY_PREFIX = 'aura_';
export const API_KEY_DAYS_DEFAULT = 90;
export const API_KEY_DAYS_MAX = 366;
