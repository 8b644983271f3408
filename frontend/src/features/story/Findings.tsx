import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Finding, StoryPage } from '@/api/stories';
import { inWords } from '@/i18n/words';
import classes from './Findings.module.css';

/** Draws what the pre-flight found; a click on one goes where it stands. */
export function Findings(props: {
  story: StoryPage;
  findings: Finding[];
  onGo: (finding: Finding) => void;
}) {
  const { t } = useTranslation('story');
  return (
    <ul className={classes['findings']}>
      {props.findings.map((finding) => {
        const message = inWords(finding.message);
        const Sign = finding.level === 'error' ? IconAlertOctagon : IconAlertTriangle;
        return (
          <li key={finding.key} data-level={finding.level}>
            <button
              type="button"
              aria-label={t('goThere', { message })}
              onClick={() => props.onGo(finding)}
            >
              <Sign size={15} stroke={1.8} aria-hidden />
              <span>
                <b>{t(`level.${finding.level}`)}</b> {message}
                <small>{placeOf(finding, props.story, t)}</small>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Names where a finding stands: a claim by its words, a page by its section. */
function placeOf(
  finding: Finding,
  story: StoryPage,
  t: ReturnType<typeof useTranslation<'story'>>['t'],
): string {
  const section = story.sections.find((one) => one.key === finding.section);
  const claim = section?.claims.find((one) => one.id === finding.claim);
  if (claim !== undefined) return claim.text;
  if (section !== undefined) return section.name;
  switch (finding.place) {
    case 'title':
    case 'notes':
    case 'cell':
    case 'property':
    case 'template':
      return t(`placeOf.${finding.place}`);
    default:
      return t('placeOf.story');
  }
}
