/** The texts of the mail that asks for a confirmation. */
export const ask = {
  button: 'Ask for confirmation',
  short: 'Ask',
  step: 'Ask for confirmation of the step of {{day}}',
  title: 'Ask for confirmation',
  to: 'Whom',
  nobody: 'nobody is on record',
  about: 'About what',
  subjectLabel: 'Subject:',
  subject: 'Is this right? {{title}}',
  subjectMany: 'Are these {{count}} points right?',
  body: 'The mail',
  hello: 'Hello {{name}},',
  opening_one:
    'we have noted this of what changed at your end, and would like to know whether you see it the same way:',
  opening_other:
    'we have noted these {{count}} points of what changed at your end, and would like to know whether you see them the same way:',
  line: '- {{title}}: {{what}}',
  since: 'since {{day}}',
  question:
    'Is that right? A short yes is enough. If your figure is another one, please send us that: yours counts.',
  thanks: 'Thank you',
  open: 'Open in mail',
  copy: 'Copy',
  copied: 'The mail is copied',
  notCopied: 'The mail could not be copied. Select the text and copy it by hand.',
  close: 'Close',
  note: 'Nothing is confirmed yet. When the yes is here, confirm the step and attach the answer.',
} as const;
