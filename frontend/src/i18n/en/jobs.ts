/** The texts of long work. */
export const jobs = {
  title: 'Running work',
  kind: {
    read: 'Reading {{label}}',
    import: 'Importing {{label}}',
    export_bundle: 'Exporting everything to {{label}}',
    export_table: 'Exporting {{label}}',
    export_document: 'Writing {{label}}',
    backup: 'Backing up to {{label}}',
    restore: 'Restoring {{label}}',
    verify: 'Checking {{label}}',
  },
  of: '{{done}} of {{total}}',
  stop: 'Cancel',
  stopThis: 'Cancel: {{what}}',
  stopping: 'Cancelling…',
  waiting_one: '{{count}} change of yours waits for it and is saved right after.',
  waiting_other: '{{count}} changes of yours wait for it and are saved right after.',
  began: 'Started: {{what}}',
  done: 'Done: {{what}}',
  cancelled: 'Cancelled: {{what}}. Nothing of it was kept.',
  failed: 'Failed: {{what}}. {{why}}',
} as const;
