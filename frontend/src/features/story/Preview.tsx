import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hand } from './hand';
import classes from './Story.module.css';

// The sheets keep their paper in every theme: this is what leaves the house.
const style = `
  .td-story { --td-pt: calc(100cqw / 596); }
  .td-sheet { box-shadow: var(--shadow-page); }
  [data-claim] { cursor: pointer; }
  .hand { outline: 2px solid #1b7446; outline-offset: 4px; border-radius: 2px; }
  .near { outline: 1px dashed #666d66; outline-offset: 4px; }
`;

/** Draws the sheets in a room of their own, so that no style gets in or out. */
export function Preview(props: {
  html: string | undefined;
  problem: string;
  hand: Hand;
  onClaim: (id: string) => void;
  onSection: (key: string) => void;
}) {
  const { t } = useTranslation('story');
  const { html, hand } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const onClick = (event: Event) => {
      const target = event.target as Element;
      const claim = target.closest('[data-claim]')?.getAttribute('data-claim') ?? '';
      const section = target.closest('[data-section]')?.getAttribute('data-section') ?? '';
      if (claim !== '') latest.current.onClaim(claim);
      else latest.current.onSection(section);
    };
    root.addEventListener('click', onClick);
    return () => root.removeEventListener('click', onClick);
  }, []);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (root === null || root === undefined || html === undefined) return;
    const rules = document.createElement('style');
    rules.textContent = style;
    const drawn = new DOMParser().parseFromString(html, 'text/html');
    root.replaceChildren(rules, ...drawn.body.children);
  }, [html]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new pages need the frame anew
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (root !== null && root !== undefined) frame(root, hand.id, hand.section);
  }, [html, hand.id, hand.section]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes['paper']} aria-label={t('page')} tabIndex={0}>
      {props.problem !== '' && <p role="alert">{props.problem}</p>}
      {html === undefined && props.problem === '' && <p>{t('drawing')}</p>}
      <div ref={host} className={classes['sheets']} />
    </section>
  );
}

/** Frames the claim in hand; where the page does not say it, what its section begins with. */
function frame(root: ShadowRoot, claim: string, section: string) {
  for (const part of root.querySelectorAll('.hand, .near')) part.classList.remove('hand', 'near');
  const said = partOf(root, 'data-claim', claim);
  const found = said ?? partOf(root, 'data-section', section);
  if (found === undefined) return;
  found.classList.add(said === undefined ? 'near' : 'hand');
  found.scrollIntoView?.({ block: 'nearest' });
}

function partOf(root: ShadowRoot, attribute: string, value: string): Element | undefined {
  if (value === '') return undefined;
  return [...root.querySelectorAll(`[${attribute}]`)].find(
    (part) => part.getAttribute(attribute) === value,
  );
}
