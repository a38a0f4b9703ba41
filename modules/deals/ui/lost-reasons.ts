/** Why deals are lost, offered as one press each. Anything else is told in words. */
export const lostReasons = [
  'Price too high',
  'Lost to a competitor',
  'No budget',
  'No decision',
  'Bad timing',
  'Missing feature',
] as const;
