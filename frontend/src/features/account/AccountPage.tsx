import { useQuery } from '@tanstack/react-query';
import { value } from '@/api';
import { AccountFrame } from './AccountFrame';
import { ValueTab } from './value/ValueTab';

/** Draws one account's Value page. */
export function AccountPage({ accountId }: { accountId: string }) {
  const timeline = useQuery({
    queryKey: ['account', accountId, 'timeline'],
    queryFn: () => value.timeline(accountId),
  });
  return (
    <AccountFrame account={accountId} tab="value" query={timeline}>
      {(data) => <ValueTab timeline={data} />}
    </AccountFrame>
  );
}
