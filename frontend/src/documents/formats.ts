import {
  IconFileTypeDocx,
  IconFileTypePdf,
  IconMarkdown,
  IconPresentation,
  IconWorld,
} from '@tabler/icons-react';

/** What a document can be written as, in the order of a menu; the names are texts of the stories. */
export const formats = [
  { kind: 'pptx', name: 'exportPptx', icon: IconPresentation },
  { kind: 'pdf', name: 'exportPdf', icon: IconFileTypePdf },
  { kind: 'docx', name: 'exportDocx', icon: IconFileTypeDocx },
  { kind: 'html', name: 'exportHtml', icon: IconWorld },
  { kind: 'md', name: 'exportMd', icon: IconMarkdown },
] as const;
