type Place = HTMLElement | SVGElement | null | undefined;

/**
 * Gives the focus to an element, unless somebody has it: who has gone on to type elsewhere while
 * an answer was awaited goes on typing there. What is in `leaving` has done its part and counts as
 * nobody: a form that is about to close.
 */
export function focusIfFree(element: Place, leaving?: Place): void {
  if (isFocusFree(leaving)) element?.focus();
}

/** Says whether nobody has the focus; what is in `leaving` counts as nobody. */
export function isFocusFree(leaving?: Place): boolean {
  const has = document.activeElement;
  return isNobody(has) || leaving?.contains(has) === true;
}

/** How many times the screen is drawn until nobody waits any more for what was to be drawn. */
const patience = 60;

/**
 * Gives the focus to what `find` finds, as soon as it is drawn and what has the focus now is gone.
 * Who goes on elsewhere meanwhile, or stays where they are, keeps it.
 */
export function focusWhenFree(find: () => Place): void {
  const before = document.activeElement;
  let drawn = 0;
  const look = () => {
    const has = document.activeElement;
    const found = find();
    if (isNobody(has) && found != null) found.focus();
    else if (isNobody(has) || has === before) {
      drawn += 1;
      if (drawn < patience) requestAnimationFrame(look);
    }
  };
  look();
}

/** Says whether what has the focus is nothing: the page itself, or what has gone from it. */
function isNobody(has: Element | null): boolean {
  return has === null || has === document.body || !has.isConnected;
}
