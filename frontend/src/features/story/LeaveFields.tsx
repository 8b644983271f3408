import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Leave, Permission } from '@/api/stories';
import { DateField } from '@/ui';
import classes from './Dialogs.module.css';

const permissions = ['', 'internal', 'named', 'anonymous', 'public'] as const;

/** Takes in whether a story may be shown to others, who said so, and until when. */
export function LeaveFields(props: {
  leave: Leave;
  today: string;
  onChange: (leave: Leave) => void;
}) {
  const { t } = useTranslation('story');
  const { leave } = props;
  const none = leave.permission === '';
  return (
    <div className={classes['leave']}>
      <NativeSelect
        data-autofocus
        label={t('permission')}
        data={permissions.map((value) => ({
          value,
          label: t(`permissions.${value === '' ? 'none' : value}`),
        }))}
        value={leave.permission}
        onChange={(event) => {
          const permission = event.currentTarget.value as Permission;
          props.onChange(
            permission === '' ? { permission, by: '', until: '' } : { ...leave, permission },
          );
        }}
      />
      {!none && (
        <>
          <TextInput
            label={t('permittedBy')}
            value={leave.by}
            onChange={(event) => props.onChange({ ...leave, by: event.currentTarget.value })}
          />
          <div>
            <label htmlFor="leave-until">{t('permittedUntil')}</label>
            <DateField
              id="leave-until"
              today={props.today}
              value={leave.until}
              onChange={(until) => props.onChange({ ...leave, until })}
            />
          </div>
        </>
      )}
    </div>
  );
}
