export {
  listTimeline,
  type TimelineEntry,
  type TimelineOf,
  type TimelineRow,
  timelineEntryOutput,
  timelineInput,
  toTimelineEntry,
} from './timeline.queries.ts';
