import { useQuery } from '@tanstack/react-query';
import { workspace } from '@/api';

/** Reads what is open: its name, its currency, and what day it is. */
export function useStatus() {
  return useQuery({ queryKey: ['status'], queryFn: workspace.status });
}
