type Back = HTMLElement | boolean;

/** Where focus goes on closing, unless a dialog that opened meanwhile has it: from there it is never taken. */
export const unlessInDialog =
  (back: () => Back): (() => Back) =>
  () =>
    document.activeElement?.closest('[role=dialog][data-open], [role=alertdialog][data-open]') ? false : back();
