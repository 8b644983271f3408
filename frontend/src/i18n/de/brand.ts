import type { brand as english } from '../en/brand';
import type { Same } from '../types';

/** Die Texte zu Logo und Vorlage der Dokumente. */
export const brand: Same<typeof english> = {
  logo: 'Logo',
  hint: 'Auf der ersten Seite jedes Dokuments und dort, wo in Ihrer Vorlage {{token}} steht. PNG oder JPEG, am besten mit durchsichtigem Grund, ab 300 Pixel breit.',
  alt: 'Das Logo von {{company}}',
  choose: 'Logo auswählen…',
  another: 'Anderes Logo…',
  remove: 'Logo entfernen',
  changed: 'Logo geändert',
  removed: 'Logo entfernt',
  none: 'Dokumente haben noch kein Logo.',
  waiting:
    'Das Logo ist noch nicht auf diesem Rechner. Synchronisieren Sie, oder wählen Sie die Datei erneut. Bis dahin haben Dokumente keines.',
  size: '{{w}} × {{h}} Pixel',
  template: 'Vorlage für Präsentationen',
  templateNone:
    'Präsentationen haben Tendrils eigenes Aussehen. Die .pptx Ihres Unternehmens wählen Sie in einer Geschichte unter Ausgeben.',
  templateKept:
    'Präsentationen können in {{name}} geschrieben werden. Eine andere Vorlage wählen Sie in einer Geschichte unter Ausgeben.',
  templateForget: 'Vorlage vergessen',
  templateForgotten: 'Vorlage vergessen',
};
