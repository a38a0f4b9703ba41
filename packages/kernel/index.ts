export * from './actor.ts';
export * from './app-error.ts';
export * from './changes.ts';
export * from './log.ts';
export * from './module.ts';
export * from './money.ts';
export * from './plain-text.ts';
export * from './schemas.ts';
