import { useQuery } from '@tanstack/react-query';
import { workspace } from '@/api';
import { inWords } from '@/i18n/words';

/** Reads what is open: its name, its currency, and what day it is. */
export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: workspace.status,
    // Why it cannot be written or opened is the program's own sentence.
    select: (status) => ({ ...status, message: inWords(status.message) }),
  });
}
