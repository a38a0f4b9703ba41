export { listTimeline, type TimelineEntry, timelineEntryOutput, timelineInput } from './timeline.queries.ts';
