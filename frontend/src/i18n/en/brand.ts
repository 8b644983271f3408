/** The texts of the logo and the template of documents. */
export const brand = {
  logo: 'Logo',
  hint: 'On the first page of every document, and where your template says {{token}}. A PNG or JPEG, best with a clear ground, 300 pixels across or more.',
  alt: 'The logo of {{company}}',
  choose: 'Choose a logo…',
  another: 'Another logo…',
  remove: 'Remove the logo',
  changed: 'Logo changed',
  removed: 'Logo removed',
  none: 'Documents have no logo yet.',
  waiting:
    'The logo is not on this machine yet. Synchronise, or choose the file again. Until then documents have none.',
  size: '{{w}} × {{h}} pixels',
  template: 'Template of presentations',
  templateNone:
    'Presentations are in Tendril’s own design. Choose your company’s .pptx in a story, under Export.',
  templateKept:
    'Presentations can be written into {{name}}. Another one is chosen in a story, under Export.',
  templateForget: 'Forget the template',
  templateForgotten: 'Template forgotten',
} as const;
