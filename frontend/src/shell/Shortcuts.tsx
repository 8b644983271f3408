import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui';
import classes from './Shortcuts.module.css';

/** Shows the keys and what they do. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shortcuts.title')} size="lg">
      <div className={classes['columns']}>
        <section>
          <h3>{t('shortcuts.everywhere')}</h3>
          <dl className={classes['list']}>
            <Key label={t('shortcuts.search')} keys={['Ctrl', 'K']} />
            <Key label={t('shortcuts.undo')} keys={['Ctrl', 'Z']} />
            <Key label={t('shortcuts.redo')} keys={['Ctrl', 'Shift', 'Z']} />
            <Key label={t('shortcuts.settings')} keys={['Ctrl', ',']} />
            <Key label={t('shortcuts.help')} keys={['?']} />
          </dl>
        </section>
        <section>
          <h3>{t('shortcuts.inTables')}</h3>
          <dl className={classes['list']}>
            <Key label={t('shortcuts.filter')} keys={['/']} />
            <Key label={t('shortcuts.move')} keys={['↑', '↓']} />
            <Key label={t('shortcuts.pageMove')} keys={['Page Up', 'Page Down']} />
            <Key label={t('shortcuts.ends')} keys={['Home', 'End']} />
            <Key label={t('shortcuts.open')} keys={['Enter']} />
            <Key label={t('shortcuts.why')} keys={['W']} />
          </dl>
        </section>
        <section>
          <h3>{t('shortcuts.inAccount')}</h3>
          <dl className={classes['list']}>
            <Key label={t('shortcuts.benefit')} keys={['B']} />
            <Key label={t('shortcuts.readings')} keys={['R']} />
            <Key label={t('shortcuts.marks')} keys={['←', '→']} />
            <Key label={t('shortcuts.paste')} keys={['Ctrl', 'V']} />
          </dl>
        </section>
        <section>
          <h3>{t('shortcuts.inText')}</h3>
          <dl className={classes['list']}>
            <Key label={t('shortcuts.edit')} keys={['Enter']} />
            <Key label={t('shortcuts.save')} keys={['Ctrl', 'Enter']} />
            <Key label={t('shortcuts.leave')} keys={['Esc']} />
            <Key label={t('shortcuts.order')} keys={['Alt', '↑', '↓']} />
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Key({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
