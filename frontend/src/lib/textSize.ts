/** How large the window's text is, against what the system asks for. */
export const textSizes = { small: 93.75, normal: 100, large: 112.5, larger: 125 } as const;

/** One of the sizes of the window's text. */
export type TextSize = keyof typeof textSizes;

const key = 'tendril.textSize';

/** Returns the size that the person chose on this computer. */
export function textSize(): TextSize {
  const chosen = localStorage.getItem(key) ?? '';
  return chosen in textSizes ? (chosen as TextSize) : 'normal';
}

/** Keeps a choice and shows it; all sizes of type are counted from the root's. */
export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(key, size);
  showTextSize();
}

/** Shows the size that was chosen: once when the window opens. */
export function showTextSize(): void {
  const size = textSize();
  document.documentElement.style.fontSize = size === 'normal' ? '' : `${textSizes[size]}%`;
}
