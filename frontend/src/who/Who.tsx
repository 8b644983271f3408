import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui';

/** Those who have accounts, and whose are looked at. */
export interface WhoseAccounts {
  person: string;
  csms: readonly { name: string; todos: number }[];
  chosen: readonly string[];
}

/** Everybody's accounts, in a query. */
const everybody = '*';

/** Draws the choice of whose accounts are looked at: one's own, several people's, everybody's. */
export function Who(props: {
  page: WhoseAccounts;
  onWho: (who: readonly string[]) => void;
  size?: 'small' | 'medium';
}) {
  const { page, onWho } = props;
  const { t } = useTranslation('today');
  if (page.csms.length < 2) return null;
  const { chosen } = page;
  const nameOf = (name: string) => (name === '' ? t('who.nobody') : name);
  const label = () => {
    if (chosen.length === 0) return t('who.everybody');
    const [one = ''] = chosen;
    if (chosen.length > 1) return t('who.many', { count: chosen.length });
    return one === page.person ? t('who.mine') : t('who.one', { name: nameOf(one) });
  };
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
    onWho(next.length === 0 ? [everybody] : next);
  };
  return (
    <Menu
      position="bottom-end"
      closeOnItemClick={false}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button size={props.size ?? 'medium'} aria-label={`${t('who.label')}: ${label()}`}>
          {label()}
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="24rem" style={{ overflowY: 'auto' }}>
        <Menu.Item
          aria-current={chosen.length === 0}
          leftSection={<Tick on={chosen.length === 0} />}
          onClick={() => onWho([everybody])}
        >
          {t('who.everybody')}
        </Menu.Item>
        <Menu.Divider />
        {page.csms.map((one) => (
          <Menu.Item
            key={one.name}
            aria-current={chosen.includes(one.name)}
            leftSection={<Tick on={chosen.includes(one.name)} />}
            {...(one.todos > 0 && { rightSection: t('who.todos', { count: one.todos }) })}
            onClick={() => toggle(one.name)}
          >
            {nameOf(one.name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Tick({ on }: { on: boolean }) {
  return <IconCheck size={14} stroke={1.8} aria-hidden style={{ opacity: on ? 1 : 0 }} />;
}
