export { VIEW_ENTITIES, type ViewEntity } from './saved-view.ts';
