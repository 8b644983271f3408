/** Draws one account's Value page. */
export function AccountPage({ accountId }: { accountId: string }) {
  return <section aria-label={accountId} />;
}
