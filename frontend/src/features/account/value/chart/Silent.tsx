import type { SVGProps } from 'react';

/** Groups what is drawn for the eye alone: the marks, the readout and the table say it in words. */
export function Silent(props: SVGProps<SVGGElement>) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus, and none of these has children that do
  return <g aria-hidden="true" {...props} />;
}
