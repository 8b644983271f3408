import type { sentences as english, terms as englishTerms } from '../en/said';

const asProved =
  'Belegte Zahlen zählen, was nachgewiesen oder bestätigt ist; ein behaupteter Rückgang zählt ab seinem Tag, ein behaupteter Anstieg erst, wenn er belegt ist.';
const asClaimed = 'Behauptungen zählen mit, als wären alle bestätigt.';
const level =
  'Was der Kunde zu diesem Tag im Jahr bekommt: die geltenden Jahresbeträge und die einmaligen Beträge der letzten 365 Tage.';
const velocity =
  'Wie schnell der Wert selbst wächst: das Wertniveau abzüglich des Niveaus vor 365 Tagen. Ein Nutzen, der bleibt, wie er ist, trägt zum Wert bei und nichts zur Wachstumsrate.';
const felt =
  'Wert, wie ihn die Empfänger spüren. Neues verblasst mit jeder Halbwertszeit um die Hälfte; ein Nutzen, der unter seinen Höchststand gefallen ist, wird anteilig gespürt.';
const benefits =
  'Ein Nutzen gilt ab seiner ersten Stufe, bis sein Jahresbetrag 0 ist; einer mit nur einmaligen Beträgen 365 Tage ab dem letzten.';
const people =
  'Für jede Gruppe die größte Personenzahl ihrer geltenden Nutzen, über die Gruppen summiert.';
const dimensions = 'Die verschiedenen Arten von Nutzen unter denen, die gelten.';
const series =
  'Die Linie ist das Wertniveau an jedem Tag: die dann geltenden Jahresbeträge und die einmaligen Beträge der 365 Tage davor. Eine Stufe ändert es ab ihrem Tag, ein einmaliger Betrag fällt nach einem Jahr heraus.';
const newer =
  'Diese Datei wurde mit einer neueren Version von Tendril geschrieben. Sie können sie lesen; aktualisieren Sie Tendril, um sie zu ändern.';
const damaged =
  'Die Datei ist beschädigt. Sie wird nicht mehr beschrieben; stellen Sie sie in einer neuen Datei wieder her.';
const asKinds =
  'Wählen Sie accounts, terms, stakeholders, readings, benefits, touchpoints oder values (Kunden, Laufzeiten, Personen, Messwerte, Nutzen, Gespräche, Werte von Indikatoren).';

/** Die Sätze des Programms auf Deutsch. */
export const sentences: Readonly<Record<(typeof english)[number], string>> = {
  '"{0}" is no currency code; write three capitals such as EUR.':
    '„{0}“ ist kein Währungskürzel; schreiben Sie drei Großbuchstaben wie EUR.',
  '"{0}" is not a currency. Write its code, such as EUR.':
    '„{0}“ ist keine Währung. Schreiben Sie das Kürzel, etwa EUR.',
  '"{0}" is not a day.': '„{0}“ ist kein Tag.',
  'A story cannot be told on {0}, which is still to come.':
    'Eine Geschichte lässt sich nicht am {0} erzählen; der Tag kommt erst noch.',
  'Begin a new draft of {0}': 'Neuen Entwurf für {0} beginnen',
  'Note the permission of {0}': 'Erlaubnis von {0} festhalten',
  'Say how far the leave goes that was given.': 'Sagen Sie, wie weit die Erlaubnis geht.',
  'Tell the story of {0}': 'Geschichte von {0} erzählen',
  'This story was told for the {0} audience and is kept as it was. Begin a new draft to write it for another.':
    'Diese Geschichte wurde für das Publikum „{0}“ erzählt und bleibt, wie sie war. Beginnen Sie einen neuen Entwurf, um sie für ein anderes zu schreiben.',
  'This story was told in {0} and is kept as it was. Begin a new draft to write it in {1}.':
    'Diese Geschichte wurde in {0} erzählt und bleibt, wie sie war. Beginnen Sie einen neuen Entwurf, um sie in {1} zu schreiben.',
  'This story was told on {0} already. Begin a new draft to tell it again.':
    'Diese Geschichte wurde schon am {0} erzählt. Beginnen Sie einen neuen Entwurf, um sie wieder zu erzählen.',
  'This story was told with a later version of Tendril, which is needed to show it as it was.':
    'Diese Geschichte wurde mit einer neueren Fassung von Tendril erzählt; nur sie kann sie zeigen, wie sie war.',
  'This story was told without prices and is kept as it was. Begin a new draft to name them.':
    'Diese Geschichte wurde ohne Preise erzählt und bleibt, wie sie war. Beginnen Sie einen neuen Entwurf, um sie zu nennen.',
  'What was told of this story is not in this workspace. A bundle or backup that has it brings it back.':
    'Was von dieser Geschichte erzählt wurde, ist nicht in diesem Arbeitsbereich. Ein Bündel oder eine Sicherung, die es enthält, bringt es zurück.',
  '“{0}” was told on {1} and is kept as it was. Begin a new draft.':
    '„{0}“ wurde am {1} erzählt und bleibt, wie es war. Beginnen Sie einen neuen Entwurf.',
  'The period ends before it begins; choose an earlier first day.':
    'Der Zeitraum endet vor seinem Beginn; wählen Sie einen früheren ersten Tag.',
  '"{0}" is not an id; nothing was saved.': '„{0}“ ist keine Kennung; nichts wurde gespeichert.',
  '"{0}" is not the id of a record (a lower-case UUID).':
    '„{0}“ ist nicht die Kennung einer Aufzeichnung (eine UUID in Kleinbuchstaben).',
  '"{0}" is undone already.': '„{0}“ ist bereits zurückgenommen.',
  'A benefit is in force from its first step until a yearly amount of 0; one with one-time amounts only, for 365 days from the last. Claims are counted as if all were confirmed.': `${benefits} ${asClaimed}`,
  'A benefit is in force from its first step until a yearly amount of 0; one with one-time amounts only, for 365 days from the last. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${benefits} ${asProved}`,
  "A benefit's proof is older than a year": 'Der Beleg eines Nutzens ist älter als ein Jahr',
  'A claim needs words. Delete it if it says nothing.':
    'Eine Aussage braucht Worte. Löschen Sie sie, wenn sie nichts sagt.',
  'A confirmation cannot lie in the future.': 'Eine Bestätigung kann nicht in der Zukunft liegen.',
  'A link begins with https:// or http://.': 'Ein Link beginnt mit https:// oder http://.',
  'A measure has not been read for too long': 'Eine Kennzahl wurde zu lange nicht gemessen',
  'A measure to hold is met while it lies within its tolerance of the target on the side that is bad. It is stale when its last reading is older than one and a half times its cadence.':
    'Eine Kennzahl zum Halten ist erreicht, solange sie auf der schlechten Seite innerhalb ihrer Toleranz zum Ziel liegt. Sie ist veraltet, wenn ihr letzter Messwert älter ist als das Anderthalbfache ihres Abstands.',
  'A message was not answered in time': 'Eine Nachricht wurde nicht rechtzeitig beantwortet',
  'A negative action in the last 90 days': 'Eine negative Handlung in den letzten 90 Tagen',
  'A newer version of Tendril wrote this file. You can read it; update Tendril to change it.':
    newer,
  'A newer version of Tendril wrote this file. You can read it; update Tendril to change it. Nothing was changed.': `${newer} Nichts wurde geändert.`,
  'A plan has no {0}.': 'Ein Plan hat kein Feld dieser Art: {0}.',
  'A reading cannot lie in the future.': 'Ein Messwert kann nicht in der Zukunft liegen.',
  'A renewal is decided within 60 days without a story':
    'Eine Verlängerung wird binnen 60 Tagen entschieden, ohne Geschichte',
  'A renewal is decided within 90 days without an agreed plan':
    'Eine Verlängerung wird binnen 90 Tagen entschieden, ohne vereinbarten Plan',
  'A row of {0} has no field "{1}" to set for the whole file.':
    'Eine Zeile mit {0} hat kein Feld „{1}“, das sich für die ganze Datei setzen ließe.',
  'A row of {0} has no field "{1}". It has: {2}.':
    'Eine Zeile mit {0} hat kein Feld „{1}“. Sie hat: {2}.',
  'A sheet holds {0#} rows and there are more. Export to CSV.':
    'Ein Tabellenblatt fasst {0} Zeilen, und es sind mehr. Exportieren Sie als CSV.',
  'A story can be written as PowerPoint, PDF, Word, a web page or Markdown, not as "{0}".':
    'Eine Geschichte lässt sich als PowerPoint, PDF, Word, Webseite oder Markdown schreiben, nicht als „{0}“.',
  'A story has no section "{0}".': 'Eine Geschichte hat keinen Abschnitt „{0}“.',
  'A story is for the client or internal, not "{0}".':
    'Eine Geschichte ist für den Kunden oder intern, nicht „{0}“.',
  'A story needs a title.': 'Eine Geschichte braucht einen Titel.',
  'A term ends after it starts; this one would run from {0} to {1}.':
    'Eine Laufzeit endet nach ihrem Beginn; diese liefe vom {0} bis zum {1}.',
  'A term has ended without a result': 'Eine Laufzeit ist ohne Ergebnis zu Ende gegangen',
  "A term's end less its days of notice: what has to be won is won by then. Of several contracts the one that is decided first counts.":
    'Das Ende der Laufzeit abzüglich der Kündigungsfrist: Was zu gewinnen ist, ist bis dahin gewonnen. Von mehreren Verträgen zählt der, über den zuerst entschieden wird.',
  'A text is too long, or holds what is not text. Longer texts can be attached as a file.':
    'Ein Text ist zu lang oder enthält etwas, das kein Text ist. Längere Texte lassen sich als Datei anhängen.',
  'A value is not JSON: {0}': 'Ein Wert ist kein JSON: {0}',
  'A written document is of a story or of an account: name one of them.':
    'Ein geschriebenes Dokument ist von einer Geschichte oder einem Kunden: Nennen Sie eines davon.',
  'A {0} has no {1}.': '{0}: Das Feld „{1}“ gibt es dort nicht.',
  'A {0} stays where it is; make a new one instead.':
    '{0}: bleibt, wo es ist; legen Sie stattdessen etwas Neues an.',
  'Add a claim to {0}': 'Aussage hinzufügen: {0}',
  'Add a step to “{0}”': 'Stufe zu „{0}“ hinzufügen',
  'Add benefit “{0}”': 'Nutzen „{0}“ hinzufügen',
  'Add evidence': 'Beleg hinzufügen',
  'Add evidence “{0}”': 'Beleg „{0}“ hinzufügen',
  'Add outcome “{0}”': 'Ergebnis „{0}“ hinzufügen',
  'Add {0}': '{0} hinzufügen',
  'Add {0} “{1}”': '{0} „{1}“ hinzufügen',
  'An outcome has not been validated for 180 days by somebody who is there':
    'Ein Ergebnis wurde 180 Tage lang von niemandem bestätigt, der noch da ist',
  'An outcome is retention or action, not "{0}".':
    'Ein Ausgang ist retention oder action, nicht „{0}“.',
  'Annual recurring revenue': 'Wiederkehrender Jahresumsatz',
  'Baseline and target are the same, so there is nothing to gain: choose the direction hold, or change the target.':
    'Ausgangswert und Ziel sind gleich, also gibt es nichts zu gewinnen: Wählen Sie die Richtung „halten“ oder ändern Sie das Ziel.',
  'Benefits in force': 'Geltende Nutzen',
  'Benefits in force, with claims': 'Geltende Nutzen, mit Behauptungen',
  'Bonded share': 'Gebundener Anteil',
  'Cancelled once it has left; renewal within 90 days of a decision date; growing once there is first value; else new.':
    'Gekündigt, sobald der Kunde gegangen ist; Verlängerung binnen 90 Tagen vor dem Entscheidungstag; wachsend ab dem ersten Wert; sonst neu.',
  'Cancelled. Nothing of it was kept.': 'Abgebrochen. Nichts davon wurde behalten.',
  'Change {0}': '{0} ändern',
  'Change {0} “{1}”': '{0} „{1}“ ändern',
  'Change who you are': 'Ändern, wer Sie sind',
  'The template {0} cannot be opened. Nothing was written.':
    'Die Vorlage {0} lässt sich nicht öffnen. Es wurde nichts geschrieben.',
  'This file is not a PowerPoint presentation. Choose a .pptx or .potx file. Nothing was written.':
    'Diese Datei ist keine PowerPoint-Präsentation. Wählen Sie eine Datei .pptx oder .potx. Es wurde nichts geschrieben.',
  'This template does not say how large its slides are, or they are too small. Set their size in PowerPoint (Design, Slide Size), and choose it again. Nothing was written.':
    'Diese Vorlage sagt nicht, wie groß ihre Folien sind, oder sie sind zu klein. Stellen Sie die Größe in PowerPoint ein (Entwurf, Foliengröße) und wählen Sie sie noch einmal. Es wurde nichts geschrieben.',
  'This template has macros, and they are not taken into a document. Save it in PowerPoint as .pptx or .potx without macros, and choose that file. Nothing was written.':
    'Diese Vorlage enthält Makros, und die kommen nicht in ein Dokument. Speichern Sie sie in PowerPoint ohne Makros als .pptx oder .potx und wählen Sie diese Datei. Es wurde nichts geschrieben.',
  'This template has no layout with a title and room for content under it. Add a layout “Title Only” to it in PowerPoint (View, Slide Master), and choose it again. Nothing was written.':
    'Diese Vorlage hat kein Layout mit einem Titel und Platz für Inhalt darunter. Fügen Sie ihr in PowerPoint ein Layout „Nur Titel“ hinzu (Ansicht, Folienmaster) und wählen Sie sie noch einmal. Es wurde nichts geschrieben.',
  'This template is damaged and cannot be read. Open it in PowerPoint, save it again as .pptx, and choose that file. Nothing was written.':
    'Diese Vorlage ist beschädigt und nicht lesbar. Öffnen Sie sie in PowerPoint, speichern Sie sie neu als .pptx und wählen Sie diese Datei. Es wurde nichts geschrieben.',
  'This template is larger than 25 MiB, the most that is read. Make its pictures smaller in PowerPoint (File, Compress Pictures), and choose it again. Nothing was written.':
    'Diese Vorlage ist größer als 25 MiB, mehr wird nicht gelesen. Verkleinern Sie ihre Bilder in PowerPoint (Datei, Bilder komprimieren) und wählen Sie sie noch einmal. Es wurde nichts geschrieben.',
  "This template is protected by a password, or in PowerPoint's old format. Open it in PowerPoint, remove the password, save it as .pptx, and choose that file. Nothing was written.":
    'Diese Vorlage ist mit einem Kennwort geschützt oder im alten Format von PowerPoint. Öffnen Sie sie in PowerPoint, entfernen Sie das Kennwort, speichern Sie sie als .pptx und wählen Sie diese Datei. Es wurde nichts geschrieben.',
  'This template is saved as Strict Open XML. Save it in PowerPoint as an ordinary .pptx, and choose that file. Nothing was written.':
    'Diese Vorlage ist als „Strict Open XML“ gespeichert. Speichern Sie sie in PowerPoint als gewöhnliche .pptx und wählen Sie diese Datei. Es wurde nichts geschrieben.',
  'This template unpacks to far more than a design needs, and was not read further. Make its pictures smaller in PowerPoint, save it again, and choose that file. Nothing was written.':
    'Diese Vorlage ist entpackt weit größer, als ein Design es braucht, und wurde nicht weiter gelesen. Verkleinern Sie ihre Bilder in PowerPoint, speichern Sie sie neu und wählen Sie diese Datei. Es wurde nichts geschrieben.',
  "A renewal page has the client's sums and is for the client. For the public there is the success story.":
    'Ein Verlängerungsblatt enthält die Summen des Kunden und ist für den Kunden. Für die Öffentlichkeit gibt es die Erfolgsgeschichte.',
  "“{0}” would still give the client away, and no document was made. Change that text, or tell the story with the client's name.":
    '„{0}“ würde den Kunden noch verraten, und es wurde kein Dokument erstellt. Ändern Sie diesen Text oder erzählen Sie die Geschichte mit dem Namen des Kunden.',
  'Keep a template for presentations': 'Eine Vorlage für Präsentationen behalten',
  'The template {0} is not on this machine yet. Synchronise, or choose the file again.':
    'Die Vorlage {0} ist noch nicht auf diesem Rechner. Gleichen Sie ab oder wählen Sie die Datei noch einmal.',
  'The workspace keeps no template. Choose a .pptx or .potx file first.':
    'Der Arbeitsbereich hat keine Vorlage. Wählen Sie zuerst eine Datei .pptx oder .potx.',
  'Choose a file first.': 'Wählen Sie zuerst eine Datei.',
  'Choose a file.': 'Wählen Sie eine Datei.',
  'Choose the audience of {0}': 'Publikum wählen: {0}',
  'Compose the story of {0}': 'Geschichte verfassen: {0}',
  'Compose the story of {0} again': 'Geschichte neu verfassen: {0}',
  'Confirm a step': 'Stufe bestätigen',
  'Create workspace': 'Arbeitsbereich anlegen',
  'Days since the last proved news, the last first proved step of a benefit, or the last proved rise of its people above what it ever had. Before any of these they count from the start.':
    'Tage seit dem letzten belegten Neuen: der ersten belegten Stufe eines Nutzens oder dem letzten belegten Anstieg seiner Personen über alles Bisherige. Solange es nichts davon gibt, zählen sie ab dem Beginn.',
  'Days since the newest touchpoint that is recorded: a meeting, a call, a mail or a note.':
    'Tage seit dem jüngsten erfassten Gespräch: einem Treffen, einem Anruf, einer E-Mail oder einer Notiz.',
  'Days to the renewal': 'Tage bis zur Verlängerung',
  'Decision date': 'Entscheidungstag',
  'Delete a claim of {0}': 'Aussage löschen: {0}',
  'Delete template': 'Vorlage löschen',
  'Delete template “{0}”': 'Vorlage „{0}“ löschen',
  'Delete {0}': '{0} löschen',
  'Delete {0} “{1}”': '{0} „{1}“ löschen',
  'Dimensions in force': 'Geltende Dimensionen',
  'Dimensions in force, with claims': 'Geltende Dimensionen, mit Behauptungen',
  'Done:': 'Erledigt:',
  'Done: {0}': 'Erledigt: {0}',
  'Due by': 'Fällig bis',
  'Edit a claim of {0}': 'Aussage bearbeiten: {0}',
  'Empty the bin': 'Papierkorb leeren',
  'End of the term': 'Ende der Laufzeit',
  'Evidence cannot hang on a {0} here.': 'Ein Beleg kann hier nicht daran hängen: {0}.',
  'Export {0}': 'Exportieren: {0}',
  'Felt value': 'Gespürter Wert',
  'Felt value is a model: news is taken to fade by half in {0#} days.':
    'Gespürter Wert ist ein Modell: Neues verblasst darin in {0} Tagen um die Hälfte.',
  'Felt value, with claims': 'Gespürter Wert, mit Behauptungen',
  'Fewer than two people are known who are there':
    'Weniger als zwei Personen, die noch da sind, sind bekannt',
  'First value': 'Erster Wert',
  'First value is overdue': 'Der erste Wert ist überfällig',
  'For each group the largest number of people of its benefits in force, summed over the groups. Claims are counted as if all were confirmed.': `${people} ${asClaimed}`,
  'For each group the largest number of people of its benefits in force, summed over the groups. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${people} ${asProved}`,
  'Give the template a name.': 'Geben Sie der Vorlage einen Namen.',
  'Give the workspace a name.': 'Geben Sie dem Arbeitsbereich einen Namen.',
  'How fast value itself is growing: the value level less the level 365 days before. A benefit that stays as it is adds to value and nothing to velocity. Claims are counted as if all were confirmed.': `${velocity} ${asClaimed}`,
  'How fast value itself is growing: the value level less the level 365 days before. A benefit that stays as it is adds to value and nothing to velocity. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${velocity} ${asProved}`,
  'Import {0}': 'Importieren: {0}',
  'It is decided by {0}, because notice is due before the end.':
    'Entschieden wird bis zum {0}, denn die Kündigungsfrist läuft vor dem Ende ab.',
  'Known from before': 'Von früher bekannt',
  'Last touch': 'Letztes Gespräch',
  'Move a claim of {0}': 'Aussage verschieben: {0}',
  'Move outcome “{0}”': 'Ergebnis „{0}“ verschieben',
  'Name the story of {0}': 'Geschichte benennen: {0}',
  'New plan from the template “{0}”': 'Neuer Plan aus der Vorlage „{0}“',
  'No column of {0} was found to hold the {1}. Say which one does: --map COLUMN={2}. The columns are: {3}.':
    'Keine Spalte von {0} wurde als „{1}“ erkannt. Wählen Sie, welche es ist ({2}). Die Spalten sind: {3}.',
  'No flag is raised': 'Kein Warnzeichen',
  'No price': 'Kein Preis',
  'No row of {0} is "{1}". Its values are: {2}.':
    'Keine Zeile von {0} ist „{1}“. Die Werte sind: {2}.',
  'No story was told before: all news counts.':
    'Bisher wurde keine Geschichte erzählt: Alles Neue zählt.',
  'No term is open': 'Keine Laufzeit ist offen',
  'No touchpoint is recorded': 'Kein Gespräch ist erfasst',
  'No workspace is open. Open the sample, import your accounts or start empty.':
    'Kein Arbeitsbereich ist offen. Öffnen Sie das Beispiel, importieren Sie Ihre Kunden oder beginnen Sie leer.',
  'Not done:': 'Nicht erledigt:',
  'Not done: {0}': 'Nicht erledigt: {0}',
  'Note who agreed to the plan': 'Notieren, wer dem Plan zugestimmt hat',
  'Nothing can be exported as "{0}". Use accounts, terms, stakeholders, readings, benefits, touchpoints or values.': `Als „{0}“ lässt sich nichts exportieren. ${asKinds}`,
  'Nothing can be imported as "{0}". Use accounts, terms, stakeholders, readings, benefits, touchpoints or values.': `Als „{0}“ lässt sich nichts importieren. ${asKinds}`,
  'Nothing is filled in yet.': 'Noch ist nichts eingetragen.',
  'Nothing is proved yet; counted from': 'Noch ist nichts belegt; gezählt ab',
  'Nothing new for': 'Nichts Neues seit',
  'Nothing was changed.': 'Nichts wurde geändert.',
  Notice: 'Kündigungsfrist',
  Novelty: 'Neuigkeit',
  'Novelty is the news since the last told story, as a share of this news and that of the year before it, over the benefits that the claims point at. A story below 20 % without a new or grown claim is old news. A claim is new where its benefit began since, grown where it brought more or reached more people than ever, else old news.':
    'Neuigkeit ist das Neue seit der zuletzt erzählten Geschichte, als Anteil dieses Neuen und dessen aus dem Jahr davor, über die Nutzen, auf die die Aussagen zeigen. Eine Geschichte unter 20 % ohne neue oder gewachsene Aussage ist bekannt. Eine Aussage ist neu, wenn ihr Nutzen seither begann, gewachsen, wenn er mehr brachte oder mehr Menschen erreichte als je zuvor, sonst bekannt.',
  Now: 'Jetzt',
  'One of these measures is not there any more. Nothing was written.':
    'Eine dieser Kennzahlen gibt es nicht mehr. Nichts wurde geschrieben.',
  'One-time value that ran out is counted as still in force here: {0#} benefits.':
    'Ausgelaufener einmaliger Wert zählt hier als weiter geltend; betroffene Nutzen: {0}.',
  'Open the sample portfolio': 'Beispielportfolio öffnen',
  'Our phase': 'Unsere Phase',
  'People reached': 'Erreichte Menschen',
  'People reached, with claims': 'Erreichte Menschen, mit Behauptungen',
  'Plan the next term': 'Nächste Laufzeit planen',
  'Plan the next term “{0}”': 'Nächste Laufzeit „{0}“ planen',
  'Progress is the way from baseline to now, as a share of the way from baseline to target. A measure is stale when its last reading is older than one and a half times its cadence, met at the target, and on track when progress keeps up with the time gone, less 10 points.':
    'Fortschritt ist der Weg vom Ausgangswert bis jetzt, als Anteil am Weg vom Ausgangswert zum Ziel. Eine Kennzahl ist veraltet, wenn ihr letzter Messwert älter ist als das Anderthalbfache ihres Abstands, erreicht am Ziel und auf Kurs, wenn der Fortschritt mit der vergangenen Zeit Schritt hält, abzüglich 10 Punkten.',
  'Proved felt value': 'Belegter gespürter Wert',
  'Put back {0} of {1}': 'Zurücksetzen: {0} ({1})',
  'Put back {0} of {1} “{2}”': 'Zurücksetzen: {0} von „{2}“ ({1})',
  'Redo: {0}': 'Wiederholt: {0}',
  'Remove evidence': 'Beleg entfernen',
  'Rename template': 'Vorlage umbenennen',
  'Rename template “{0}”': 'Vorlage „{0}“ umbenennen',
  'Restore {0}': '{0} wiederherstellen',
  'Restore {0} “{1}”': '{0} „{1}“ wiederherstellen',
  Risk: 'Risiko',
  'Row {0#} already brings a term of "{1}" at that time. Name the contracts, or leave one out.':
    'Zeile {0} bringt für diese Zeit schon eine Laufzeit von „{1}“. Benennen Sie die Verträge oder lassen Sie eine weg.',
  'Row {0#} already brings the same {1} with other values. Leave one of the two out.':
    'Zeile {0} bringt schon dasselbe ({1}) mit anderen Werten. Lassen Sie eine der beiden weg.',
  'Row {0#} already gives {1} on {2}, with another value. Leave one of the two out, or add the time of day.':
    'Zeile {0} nennt schon {1} am {2}, mit einem anderen Wert. Lassen Sie eine der beiden weg oder ergänzen Sie die Uhrzeit.',
  'Save template “{0}”': 'Vorlage „{0}“ speichern',
  'Saving once cancelled or when risk is critical; integrating while the client is new; harvesting in renewal, or when growing with verdict expanding, the plan signed at its present version and risk on track or watch; else tending.':
    'Retten, sobald gekündigt ist oder das Risiko kritisch; einführen, solange der Kunde neu ist; ernten in der Verlängerung oder wenn der Kunde wächst, sein Wert breiter wird, der Plan in seiner jetzigen Fassung vereinbart ist und das Risiko auf Kurs oder zu beobachten; sonst pflegen.',
  'Say from which day it counts.': 'Sagen Sie, ab welchem Tag es zählt.',
  'Say in a few words what they want to be true.':
    'Sagen Sie in wenigen Worten, was wahr werden soll.',
  'Say on which day it begins.': 'Sagen Sie, an welchem Tag es beginnt.',
  'Say on which day it was confirmed.': 'Sagen Sie, an welchem Tag es bestätigt wurde.',
  'Say on which day it was measured.': 'Sagen Sie, an welchem Tag gemessen wurde.',
  'Say on which day they agreed.': 'Sagen Sie, an welchem Tag zugestimmt wurde.',
  'Say what the client gained.': 'Sagen Sie, was der Kunde gewonnen hat.',
  'Say who agreed.': 'Sagen Sie, wer zugestimmt hat.',
  'Since {0}.': 'Seit {0}.',
  'Something went wrong, and nothing was changed. The log has the details.':
    'Etwas ist schiefgegangen; nichts wurde geändert. Das Protokoll hat die Einzelheiten.',
  'Start of the term': 'Beginn der Laufzeit',
  'Tables are written as .csv or .xlsx, not as "{0}".':
    'Tabellen werden als .csv oder .xlsx geschrieben, nicht als „{0}“.',
  'The PDF cannot set {0} text yet, as in “{1}”. Take the web page or PowerPoint instead: both set it.':
    'Das PDF kann Text dieser Schrift noch nicht setzen ({0}), wie in „{1}“. Nehmen Sie die Webseite oder PowerPoint: Beide können es.',
  'The PDF cannot set {0}{1}) yet, as in “{2}”. Take the web page or PowerPoint instead: both set it.':
    'Das PDF kann Text, der von rechts nach links läuft, noch nicht setzen ({1}), wie in „{2}“. Nehmen Sie die Webseite oder PowerPoint: Beide können es.',
  'The account is cancelled since {0}.': 'Der Kunde ist seit {0} gekündigt.',
  'The account {0} is in the bin. Restore it to work on it.':
    'Der Kunde {0} liegt im Papierkorb. Stellen Sie ihn wieder her, um mit ihm zu arbeiten.',
  'The attachment {0}… is damaged: its bytes are not those that its name promises.':
    'Der Anhang {0}… ist beschädigt: Sein Inhalt ist nicht der, den sein Name verspricht.',
  'The bundle was refused and nothing of it was kept. {0}: {1}':
    'Das Bündel wurde abgelehnt; nichts davon wurde behalten. {0}: {1}',
  'The bundle was refused and nothing of it was kept. {0}: {1} (and {2#} more)':
    'Das Bündel wurde abgelehnt; nichts davon wurde behalten. {0}: {1} (und {2} weitere)',
  'The champion has left': 'Der Fürsprecher ist gegangen',
  "The client's phase": 'Die Phase des Kunden',
  'The days until the end of the term that is decided next. A term without a result stays open after its end; the days are then below 0.':
    'Die Tage bis zum Ende der Laufzeit, über die als Nächstes entschieden wird. Eine Laufzeit ohne Ergebnis bleibt nach ihrem Ende offen; die Tage liegen dann unter 0.',
  'The deal was lost; it is no term.': 'Das Geschäft ging verloren; es ist keine Laufzeit.',
  'The different kinds of benefit among those in force. Claims are counted as if all were confirmed.': `${dimensions} ${asClaimed}`,
  'The different kinds of benefit among those in force. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${dimensions} ${asProved}`,
  'The disk is full. Nothing was changed; make room and try again.':
    'Der Datenträger ist voll. Nichts wurde geändert; schaffen Sie Platz und versuchen Sie es noch einmal.',
  'The disk refused to write {0}. Nothing was changed; see whether the disk is well and try again.':
    'Der Datenträger nimmt {0} nicht an. Nichts wurde geändert; prüfen Sie den Datenträger und versuchen Sie es noch einmal.',
  'The earlier of the day known from before and the first proved step with an amount or people above 0. It is overdue when the days allowed since the start are over and there is none.':
    'Der frühere von dem Tag, der von früher bekannt ist, und der ersten belegten Stufe mit einem Betrag oder Personen über 0. Er ist überfällig, wenn die Frist seit dem Beginn vorbei ist und es keinen gibt.',
  'The file could not be written to {0}; nothing was left there.':
    'Die Datei ließ sich nicht nach {0} schreiben; dort ist nichts zurückgeblieben.',
  'The file has no column "{0}". Its columns are: {1}.':
    'Die Datei hat keine Spalte „{0}“. Ihre Spalten sind: {1}.',
  'The file is damaged. It is not written to any more; recover it into a new file.': damaged,
  'The file is damaged. It is not written to any more; recover it into a new file. Nothing was changed.': `${damaged} Nichts wurde geändert.`,
  'The file is no bundle: it cannot be read as a zip file. It may have been cut short on its way here.':
    'Die Datei ist kein Bündel: Sie lässt sich nicht als ZIP-Datei lesen. Vielleicht wurde sie unterwegs abgeschnitten.',
  'The file is not in this workspace: only its name is known here.':
    'Die Datei liegt nicht in diesem Arbeitsbereich: Hier ist nur ihr Name bekannt.',
  'The file is open for reading only.': 'Die Datei ist nur zum Lesen geöffnet.',
  'The file is open for reading only. Nothing was changed.':
    'Die Datei ist nur zum Lesen geöffnet. Nichts wurde geändert.',
  'The first that applies: not yet known without plan, benefit and touchpoint; no value yet before first value; shrinking when the yearly rates fell by more than 5 % or an axis fell and none rose; expanding when two of benefits, people and dimensions rose and none fell; deepening when one rose, or the rates by more than 5 %; else static. One-time value running out is no fall.':
    'Das Erste, das zutrifft: noch unbekannt ohne Plan, Nutzen und Gespräch; noch kein Wert vor dem ersten Wert; schrumpft, wenn die Jahresbeträge um mehr als 5 % fielen oder eine Achse fiel und keine stieg; wird breiter, wenn zwei von Nutzen, Menschen und Dimensionen stiegen und keine fiel; wird tiefer, wenn eine stieg oder die Beträge um mehr als 5 %; sonst steht still. Auslaufender einmaliger Wert ist kein Rückgang.',
  'The folder {0} cannot be made, so nothing was written.':
    'Der Ordner {0} lässt sich nicht anlegen; nichts wurde geschrieben.',
  'The id {0} belongs to a {1}, not to a {2}.': 'Die Kennung {0} gehört zu {1}, nicht zu {2}.',
  'The last story was told on {0}.': 'Die letzte Geschichte wurde am {0} erzählt.',
  'The line is the value level on each day: the yearly rates in force then and the one-time amounts of the 365 days before. A step changes it from its day on, a one-time amount leaves it after a year. Claims are counted as if all were confirmed.': `${series} ${asClaimed}`,
  'The line is the value level on each day: the yearly rates in force then and the one-time amounts of the 365 days before. A step changes it from its day on, a one-time amount leaves it after a year. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${series} ${asProved}`,
  'The lowest amount is above the highest; change one of them.':
    'Der niedrigste Betrag liegt über dem höchsten; ändern Sie einen der beiden.',
  'The plan has no outcome': 'Der Plan hat kein Ergebnis',
  'The portfolio has no column "{0}".': 'Das Portfolio hat keine Spalte „{0}“.',
  'The price is a range up to {0#}, because for some benefits no behavior change is named.':
    'Der Preis ist eine Spanne bis {0}, weil bei einigen Nutzen keine Verhaltensänderung genannt ist.',
  'The result says whether the account is for sale at the usual cheque.':
    'Das Ergebnis sagt, ob der Kunde für den üblichen Scheck zu haben ist.',
  'The row brings a second term of "{0}", contract "{1}", at the same time.':
    'Die Zeile bringt eine zweite Laufzeit von „{0}“, Vertrag „{1}“, zur selben Zeit.',
  'The row has no date.': 'Die Zeile hat kein Datum.',
  'The row has no date. Say from when the benefit holds.':
    'Die Zeile hat kein Datum. Sagen Sie, ab wann der Nutzen gilt.',
  'The row has no name. Give the account one.':
    'Die Zeile hat keinen Namen. Geben Sie dem Kunden einen.',
  'The row has no name. Give the person one.':
    'Die Zeile hat keinen Namen. Geben Sie der Person einen.',
  'The row has no renewal date. Add the day the term ends.':
    'Die Zeile hat keinen Verlängerungstag. Ergänzen Sie den Tag, an dem die Laufzeit endet.',
  'The row has no value. Leave the row out if nothing was measured.':
    'Die Zeile hat keinen Wert. Lassen Sie sie weg, wenn nichts gemessen wurde.',
  'The row is marked as deleted where it comes from ({0}). Take the mark out to import it.':
    'Die Zeile ist dort, wo sie herkommt, als gelöscht markiert ({0}). Nehmen Sie die Markierung heraus, um sie zu importieren.',
  'The row names no account.': 'Die Zeile nennt keinen Kunden.',
  'The row names no benefit.': 'Die Zeile nennt keinen Nutzen.',
  'The row names no measure.': 'Die Zeile nennt keine Kennzahl.',
  'The share of proved felt value from benefits whose behavior change is a habit or embedded. A benefit that names no behavior change is unknown: the share is a range, from it taken as unbonded to it taken as bonded.':
    'Der Anteil des belegten gespürten Werts aus Nutzen, deren Verhaltensänderung Gewohnheit oder verankert ist. Ein Nutzen ohne Verhaltensänderung ist unbekannt: Der Anteil ist eine Spanne, je nachdem, ob er als ungebunden oder gebunden zählt.',
  "The sum of the flags' weights: 0 on track, 1 and 2 watch, 3 and 4 at risk, 5 and more critical. A client who may leave and is not answered weighs 5; first value overdue, shrinking, champion left, a negative action and what a coming or past renewal lacks weigh 2; the others 1.":
    'Die Summe der Gewichte der Warnzeichen: 0 auf Kurs, 1 und 2 beobachten, 3 und 4 gefährdet, ab 5 kritisch. Ein Kunde, der gehen könnte und keine Antwort hat, wiegt 5; überfälliger erster Wert, schrumpfender Wert, gegangener Fürsprecher, eine negative Handlung und was einer kommenden oder vergangenen Verlängerung fehlt, wiegen 2; die anderen 1.',
  "The sum over the contracts of the current term's amount; after its end the result's amount, and nothing once cancelled.":
    'Die Summe über die Verträge: der Betrag der laufenden Laufzeit, nach ihrem Ende der Betrag des Ergebnisses, und nichts nach einer Kündigung.',
  'The table has no column "{0}". Its columns are: {1}.':
    'Die Tabelle hat keine Spalte „{0}“. Ihre Spalten sind: {1}.',
  'The value of {0} is not readable: {1}': 'Der Wert von {0} ist nicht lesbar: {1}',
  'The workspace {0} is open in {1}. Nothing was changed; close it there, or open it here for reading only.':
    'Der Arbeitsbereich {0} ist in {1} geöffnet. Nichts wurde geändert; schließen Sie ihn dort, oder öffnen Sie ihn hier nur zum Lesen.',
  "The workspace's own record cannot be deleted.":
    'Die Aufzeichnung des Arbeitsbereichs selbst lässt sich nicht löschen.',
  'The {0} that this {1} belongs to does not exist.':
    'Das, wozu es gehört, gibt es nicht: {0} (zu {1}).',
  'There are {0#} accounts named "{1}". Add a column with their ids, so that the right one is found.':
    'Es gibt {0} Kunden namens „{1}“. Ergänzen Sie eine Spalte mit ihren Kennungen, damit der richtige gefunden wird.',
  'There are {0#} accounts named "{1}". Name the account by its id.':
    'Es gibt {0} Kunden namens „{1}“. Nennen Sie den Kunden mit seiner Kennung.',
  'There are {0#} measures named "{1}". Name the account too, or the measure by its id.':
    'Es gibt {0} Kennzahlen namens „{1}“. Nennen Sie auch den Kunden oder die Kennzahl mit ihrer Kennung.',
  'There is a record with this id already; nothing was changed.':
    'Es gibt schon eine Aufzeichnung mit dieser Kennung; nichts wurde geändert.',
  'There is no account "{0}". Import the accounts first, or correct the name.':
    'Es gibt keinen Kunden „{0}“. Importieren Sie zuerst die Kunden oder berichtigen Sie den Namen.',
  'There is no account {0}.': 'Es gibt keinen Kunden {0}.',
  'There is no encoding "{0}" to read a file in.':
    'Es gibt keine Zeichenkodierung „{0}“, um eine Datei zu lesen.',
  'There is no figure called "{0}".': 'Es gibt keine Zahl namens „{0}“.',
  'There is no file that waits to be opened.': 'Keine Datei wartet darauf, geöffnet zu werden.',
  'There is no file {0} any more.': 'Die Datei {0} gibt es nicht mehr.',
  'There is no file {0}.': 'Es gibt keine Datei {0}.',
  'There is no good backup of {0}, and nothing in it can be read.':
    'Es gibt keine brauchbare Sicherung von {0}, und nichts darin lässt sich lesen.',
  'There is no kind of record called "{0}".': 'Es gibt keine Art von Aufzeichnung namens „{0}“.',
  'There is no measure "{0}". Add it to a plan first, or correct the name.':
    'Es gibt keine Kennzahl „{0}“. Fügen Sie sie zuerst einem Plan hinzu oder berichtigen Sie den Namen.',
  'There is no measure {0} in this account.': 'Bei diesem Kunden gibt es keine Kennzahl {0}.',
  'There is no story {0} in this account.': 'Bei diesem Kunden gibt es keine Geschichte {0}.',
  'There is no such action.': 'Diesen Vorgang gibt es nicht.',
  'There is no table of "{0}".': 'Es gibt keine Tabelle „{0}“.',
  'There is no term {0} in this account.': 'Bei diesem Kunden gibt es keine Laufzeit {0}.',
  'There is no {0} called "{1}".': 'Nichts heißt „{1}“ ({0}).',
  'There is no {0} with the id {1}.': 'Nichts hat die Kennung {1} ({0}).',
  'There is nothing to do again.': 'Es gibt nichts zu wiederholen.',
  'There is nothing to undo.': 'Es gibt nichts rückgängig zu machen.',
  'These milestones would wait for each other for ever.':
    'Diese Meilensteine würden für immer aufeinander warten.',
  'They cannot have agreed in the future.': 'Die Zustimmung kann nicht in der Zukunft liegen.',
  'They cannot have said it in the future.': 'Gesagt werden kann es nicht in der Zukunft.',
  'They said they may leave, and were not answered':
    'Sie sagten, dass sie vielleicht gehen, und bekamen keine Antwort',
  'This backup is damaged. Nothing was changed; take another one.':
    'Diese Sicherung ist beschädigt. Nichts wurde geändert; nehmen Sie eine andere.',
  'This change is not there any more.': 'Diese Änderung gibt es nicht mehr.',
  'This claim is in the bin. Undo brings it back.':
    'Diese Aussage liegt im Papierkorb. „Rückgängig“ holt sie zurück.',
  'This day has not come yet.': 'Dieser Tag ist noch nicht gekommen.',
  'This file cannot be read.': 'Diese Datei lässt sich nicht lesen.',
  'This file is larger than 25 MiB, the most that an attachment may have. It was not taken in; link to it instead.':
    'Diese Datei ist größer als 25 MiB, das Höchste für einen Anhang. Sie wurde nicht aufgenommen; verweisen Sie stattdessen auf sie.',
  'This file is larger than 25 MiB, the most that an attachment may have. Link to it instead.':
    'Diese Datei ist größer als 25 MiB, das Höchste für einen Anhang. Verweisen Sie stattdessen auf sie.',
  'This is not a day.': 'Das ist kein Tag.',
  'This is not an amount in {0}.': 'Das ist kein Betrag in {0}.',
  'This must be a whole number.': 'Das muss eine ganze Zahl sein.',
  'This outcome is not there any more.': 'Dieses Ergebnis gibt es nicht mehr.',
  'This plan has milestones already. Nothing was changed.':
    'Dieser Plan hat schon Meilensteine. Nichts wurde geändert.',
  'This plan has outcomes already. Nothing was changed.':
    'Dieser Plan hat schon Ergebnisse. Nichts wurde geändert.',
  'This plan is not there any more.': 'Diesen Plan gibt es nicht mehr.',
  'This promise is not there any more.': 'Diese Zusage gibt es nicht mehr.',
  'This story is in the bin. Undo brings it back.':
    'Diese Geschichte liegt im Papierkorb. „Rückgängig“ holt sie zurück.',
  'This story is old news.': 'Diese Geschichte ist bekannt.',
  'This story was told and is kept as it was. Begin a new draft.':
    'Diese Geschichte wurde erzählt und bleibt, wie sie war. Beginnen Sie einen neuen Entwurf.',
  'This template cannot be read: it was made by another version. Nothing was changed.':
    'Diese Vorlage lässt sich nicht lesen: Sie stammt von einer anderen Version. Nichts wurde geändert.',
  'This template is not there any more.': 'Diese Vorlage gibt es nicht mehr.',
  'This {0} was emptied from the bin. A backup from before may still have it.':
    'Das wurde aus dem Papierkorb geleert: {0}. Eine ältere Sicherung hat es vielleicht noch.',
  Trend: 'Trend',
  'Undo: {0}': 'Rückgängig: {0}',
  'Update a reading of {0}': 'Messwert erfassen: {0}',
  'Update {0#} readings of {1}': '{0} Messwerte erfassen: {1}',
  'Value as its receivers feel it. News fades by half in each half-life, and a benefit that has fallen below its highest rate is felt in proportion. Claims are counted as if all were confirmed.': `${felt} ${asClaimed}`,
  'Value as its receivers feel it. News fades by half in each half-life, and a benefit that has fallen below its highest rate is felt in proportion. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${felt} ${asProved}`,
  'Value is shrinking': 'Der Wert schrumpft',
  'Value is static': 'Der Wert steht still',
  'Value level': 'Wertniveau',
  'Value over time': 'Wert im Lauf der Zeit',
  'Value over time, with claims': 'Wert im Lauf der Zeit, mit Behauptungen',
  'Value, a year': 'Wert im Jahr',
  'Value, a year, with claims': 'Wert im Jahr, mit Behauptungen',
  Velocity: 'Wachstum',
  'Velocity, with claims': 'Wachstum, mit Behauptungen',
  Verdict: 'Urteil',
  'Walk-away price': 'Abwerbepreis',
  'What a rival would have to pay: the felt value that he does not match, and the part of the cost of switching that he does not take away. With the usual offer (equal product, painless migration) it is the bonded part of felt value. It is a question to ask ourselves, not a risk.':
    'Was ein Mitbewerber zahlen müsste: der gespürte Wert, den er nicht bietet, und der Teil der Wechselkosten, den er nicht abnimmt. Beim üblichen Angebot (gleiches Produkt, müheloser Umzug) ist es der gebundene Teil des gespürten Werts. Es ist eine Frage an uns selbst, kein Risiko.',
  'What the client is getting, per year, as of the day: the yearly rates in force and the one-time amounts of the last 365 days. Claims are counted as if all were confirmed.': `${level} ${asClaimed}`,
  'What the client is getting, per year, as of the day: the yearly rates in force and the one-time amounts of the last 365 days. Proved figures count what is evidenced or confirmed; a claimed fall counts from its day, a claimed rise only once it is proved.': `${level} ${asProved}`,
  'Without a name nobody knows who changed what.': 'Ohne Namen weiß niemand, wer was geändert hat.',
  'Write down what was said or seen.': 'Schreiben Sie auf, was gesagt oder gesehen wurde.',
  'a year, {0}': 'im Jahr, {0}',
  'agreed at its present version': 'in der jetzigen Fassung vereinbart',
  'benefits in force: {0#}': 'geltende Nutzen: {0}',
  'bonded, not started': 'gebunden, nicht begonnen',
  'bonded, {0}': 'gebunden, {0}',
  'came into force': 'gilt seither',
  fell: 'gefallen',
  grew: 'gewachsen',
  'is no longer in force': 'gilt nicht mehr',
  'its first proved step': 'seine erste belegte Stufe',
  'its first proved value': 'sein erster belegter Wert',
  'its first step': 'seine erste Stufe',
  main: 'Hauptvertrag',
  'more people than ever': 'mehr Menschen als je zuvor',
  news: 'Neues',
  'no behavior change named: unknown': 'keine Verhaltensänderung genannt: unbekannt',
  none: 'keiner',
  'not agreed at its present version': 'in der jetzigen Fassung nicht vereinbart',
  'not bonded, not started': 'nicht gebunden, nicht begonnen',
  'not bonded, {0}': 'nicht gebunden, {0}',
  'once, {0}; leaves the year on {1}': 'einmalig, {0}; fällt am {1} aus dem Jahr',
  'points at no benefit': 'zeigt auf keinen Nutzen',
  'runs from {0} to {1}': 'läuft vom {0} bis zum {1}',
  'runs from {0} to {1}, over: no result yet':
    'lief vom {0} bis zum {1}, vorbei: noch kein Ergebnis',
  'runs from {0} to {1}, over: {2}': 'lief vom {0} bis zum {1}, vorbei: {2}',
  unknown: 'unbekannt',
  "within the group's largest, not added":
    'in der größten Zahl der Gruppe enthalten, nicht addiert',
  '{0#} amounts are left out, because there is no rate for their currency.':
    'Ausgelassene Beträge: {0}. Für ihre Währung gibt es keinen Kurs.',
  '{0#} days after the start': '{0} Tage nach dem Beginn',
  '{0#} days from the day': 'in {0} Tagen',
  '{0#} of news, the last {1#} days ago': '{0} an Neuem, zuletzt vor {1} Tagen',
  '{0#} of news, the last {1#} days ago; now {2#} of the highest {3#} a year':
    '{0} an Neuem, zuletzt vor {1} Tagen; jetzt {2} von höchstens {3} im Jahr',
  '{0#} on {1}, {2#} on {3}': '{0} am {1}, {2} am {3}',
  '{0#} to {1#} %': '{0} bis {1} %',
  '{0#}, then {1#}': 'erst {0}, dann {1}',
  '{0} cannot be "{1}"; choose one of {2}.':
    '{0} kann nicht „{1}“ sein; wählen Sie eines von: {2}.',
  '{0} cannot be a "{1}": there is no such kind of record.':
    '{0} kann nicht „{1}“ sein: Diese Art von Aufzeichnung gibt es nicht.',
  '{0} cannot be above {1#}.': '{0} kann nicht über {1} liegen.',
  '{0} cannot be below {1#}.': '{0} kann nicht unter {1} liegen.',
  '{0} cannot be written: the file or its folder is read-only. Nothing was changed.':
    '{0} lässt sich nicht schreiben: Die Datei oder ihr Ordner ist schreibgeschützt. Nichts wurde geändert.',
  '{0} cannot be {1}; nothing was saved.': '{0} kann nicht {1} sein; nichts wurde gespeichert.',
  '{0} could not be read as a workbook. Save it again as XLSX without a password, or as CSV.':
    '{0} ließ sich nicht als Arbeitsmappe lesen. Speichern Sie sie noch einmal als XLSX ohne Kennwort oder als CSV.',
  '{0} could not be written, and what was there is as it was. Is it open in another program, or the disk full?':
    '{0} ließ sich nicht schreiben; was dort war, ist, wie es war. Ist die Datei in einem anderen Programm offen oder der Datenträger voll?',
  '{0} exists already; nothing was changed.': '{0} gibt es schon; nichts wurde geändert.',
  '{0} exists already; nothing was changed. Choose another name.':
    '{0} gibt es schon; nichts wurde geändert. Wählen Sie einen anderen Namen.',
  '{0} exists already; nothing was written.': '{0} gibt es schon; nichts wurde geschrieben.',
  '{0} has a form of its own, not {1}; nothing was saved.':
    '{0} hat eine eigene Form, nicht {1}; nichts wurde gespeichert.',
  '{0} has no measure "{1}". Add it to the plan first, or correct the name.':
    '{0} hat keine Kennzahl „{1}“. Fügen Sie sie zuerst dem Plan hinzu oder berichtigen Sie den Namen.',
  "{0} has no term yet, and a story is told at a term's end. Add its contract first.":
    '{0} hat noch keine Laufzeit, und eine Geschichte wird am Ende einer Laufzeit erzählt. Ergänzen Sie zuerst den Vertrag.',
  '{0} has to be above {1#}.': '{0} muss über {1} liegen.',
  '{0} is a date like 2026-03-31, not {1}; nothing was saved.':
    '{0} ist ein Datum wie 2026-03-31, nicht {1}; nichts wurde gespeichert.',
  '{0} is a list of names and values, not {1}; nothing was saved.':
    '{0} ist eine Liste von Namen und Werten, nicht {1}; nichts wurde gespeichert.',
  '{0} is a list of texts, not {1}; nothing was saved.':
    '{0} ist eine Liste von Texten, nicht {1}; nichts wurde gespeichert.',
  '{0} is a number, not {1}; nothing was saved.':
    '{0} ist eine Zahl, nicht {1}; nichts wurde gespeichert.',
  '{0} is a text, not {1}; nothing was saved.':
    '{0} ist ein Text, nicht {1}; nichts wurde gespeichert.',
  '{0} is a time like 2026-03-31T09:30:00.000Z, not {1}; nothing was saved.':
    '{0} ist eine Zeit wie 2026-03-31T09:30:00.000Z, nicht {1}; nichts wurde gespeichert.',
  '{0} is a whole number, not {1}; nothing was saved.':
    '{0} ist eine ganze Zahl, nicht {1}; nichts wurde gespeichert.',
  '{0} is an amount, not below 0, with its currency, not {1}; nothing was saved.':
    '{0} ist ein Betrag, nicht unter 0, mit seiner Währung, nicht {1}; nichts wurde gespeichert.',
  '{0} has no sheet "{1}".': '{0} hat kein Tabellenblatt „{1}“.',
  '{0} is in {1} and {2} in {3}; one record keeps one currency.':
    '{0} ist in {1} und {2} in {3}; eine Aufzeichnung hat eine Währung.',
  '{0} is larger than {1#} MiB. Split it into smaller files.':
    '{0} ist größer als {1} MiB. Teilen Sie die Datei auf.',
  '{0} is missing; fill it in and save again.':
    '{0} fehlt; tragen Sie es ein und speichern Sie noch einmal.',
  '{0} is not a Tendril workspace.': '{0} ist kein Arbeitsbereich von Tendril.',
  '{0} is not a table. Export it as CSV or XLSX.':
    '{0} ist keine Tabelle. Exportieren Sie sie als CSV oder XLSX.',
  '{0} is the id of a record, not {1}; nothing was saved.':
    '{0} ist die Kennung einer Aufzeichnung, nicht {1}; nichts wurde gespeichert.',
  '{0} is the type and id of a record, not {1}; nothing was saved.':
    '{0} ist Art und Kennung einer Aufzeichnung, nicht {1}; nichts wurde gespeichert.',
  '{0} is yes or no, not {1}; nothing was saved.':
    '{0} ist ja oder nein, nicht {1}; nichts wurde gespeichert.',
  "{0} lies in the future ({1}); give today's date or an earlier one.":
    '{0} liegt in der Zukunft ({1}); geben Sie das heutige Datum oder ein früheres an.',
  '{0} names no record ("{1}" is not an id); choose it again.':
    '{0} nennt keine Aufzeichnung („{1}“ ist keine Kennung); wählen Sie es noch einmal.',
  '{0} or its folder cannot be written.': '{0} oder der Ordner lässt sich nicht schreiben.',
  '{0} or its folder cannot be written. Nothing was changed.':
    '{0} oder der Ordner lässt sich nicht schreiben. Nichts wurde geändert.',
  '{0} {1}, not {2}; nothing was saved.': '{0} {1}, nicht {2}; nichts wurde gespeichert.',
  '{0} {1}ies are called "{2}". Give the id.':
    '{0} Einträge heißen „{2}“. Geben Sie die Kennung an.',
  '{0} {1}s are called "{2}". Give the id.': '{0} Einträge heißen „{2}“. Geben Sie die Kennung an.',
  "{0}: within the group's largest, not added":
    '{0}: in der größten Zahl der Gruppe enthalten, nicht addiert',
  '{0} “{1}” is in the bin already': '{0} „{1}“ liegt schon im Papierkorb',
  '{0} “{1}” was changed since and stays as it is':
    '{0} „{1}“ wurde seither geändert und bleibt, wie es ist',
  '{0} “{1}” was emptied from the bin': '{0} „{1}“ wurde aus dem Papierkorb geleert',
  '“{0}” is no address.': '„{0}“ ist keine Adresse.',
  '“{0}” is not a day.': '„{0}“ ist kein Tag.',
  '“{0}” is not a number.': '„{0}“ ist keine Zahl.',
  '"{0}" is no number of a row.': '„{0}“ ist keine Nummer einer Zeile.',
  'A bundle has no columns to remember.': 'Ein Bündel hat keine Spalten, die zu merken wären.',
  'A colour is written like #1b7446.': 'Eine Farbe schreibt sich wie #1b7446.',
  'A deck has 5, 10 or 15 slides, not {0#}.':
    'Eine Präsentation hat 5, 10 oder 15 Folien, nicht {0}.',
  'A contracted term brings less than before. Say how much, or call it renewed.':
    'Eine verkleinerte Laufzeit bringt weniger als bisher. Nennen Sie den Betrag, oder nennen Sie sie verlängert.',
  'A gate lies between 1 and 365 days before the decision.':
    'Eine Station liegt zwischen 1 und 365 Tagen vor der Entscheidung.',
  'A renewal has no {0} to write.': 'Eine Verlängerung hat kein Feld {0}.',
  'A result cannot lie in the future.': 'Ein Ergebnis kann nicht in der Zukunft liegen.',
  'An expanded term brings more than before. Say how much, or call it renewed.':
    'Eine erweiterte Laufzeit bringt mehr als bisher. Nennen Sie den Betrag, oder nennen Sie sie verlängert.',
  'Change the checklist of {0}': 'Checkliste von {0} ändern',
  'Change the concessions to {0}': 'Zugeständnisse an {0} ändern',
  'Change the forecast of {0}': 'Prognose von {0} ändern',
  'Change the lessons of {0}': 'Lehren aus der Verlängerung von {0} ändern',
  'Change the mitigation of {0}': 'Gegenmaßnahmen bei {0} ändern',
  'Change the offer of {0}': 'Angebot von {0} ändern',
  'Change the paper path of {0}': 'Papierweg von {0} ändern',
  'Change the probability of {0}': 'Wahrscheinlichkeit von {0} ändern',
  'Change what we ask of {0}': 'Unser Anliegen an {0} ändern',
  'No renewal is open for {0}. Add its term first.':
    'Für {0} ist keine Verlängerung offen. Legen Sie zuerst die Laufzeit an.',
  'Note the result of {0}: {1}': 'Ergebnis von {0} vermerken: {1}',
  'Say how it ended: renewed, expanded, contracted or cancelled.':
    'Sagen Sie, wie es ausging: verlängert, erweitert, verkleinert oder gekündigt.',
  'Say which step it is.': 'Sagen Sie, welcher Schritt es ist.',
  'Take back the result of {0}': 'Ergebnis von {0} zurücknehmen',
  'The first gate is reached on {0}. Until then there is nothing to call.':
    'Die erste Station ist am {0} erreicht. Bis dahin gibt es nichts zu beurteilen.',
  'The records say something else. Write down what you know that they do not.':
    'Die Aufzeichnungen sagen etwas anderes. Schreiben Sie auf, was Sie wissen und sie nicht.',
  'The result cannot have come before the term began.':
    'Das Ergebnis kann nicht vor dem Beginn der Laufzeit liegen.',
  'The term that follows is there already.': 'Die folgende Laufzeit ist schon da.',
  'This line is on the list already.': 'Diese Zeile steht schon auf der Liste.',
  'This line was changed meanwhile. Look again; nothing was written.':
    'Diese Zeile wurde inzwischen geändert. Sehen Sie noch einmal nach; nichts wurde geschrieben.',
  'This step is on the path already.': 'Dieser Schritt steht schon auf dem Weg.',
  'This term has its result. There is nothing left to call.':
    'Diese Laufzeit hat ihr Ergebnis. Es gibt nichts mehr zu beurteilen.',
  'This term is not there any more.': 'Diese Laufzeit gibt es nicht mehr.',
  'Write what is to be done.': 'Schreiben Sie, was zu tun ist.',
  'A name of a mapping has 80 letters at most.':
    'Der Name einer Zuordnung hat höchstens 80 Zeichen.',
  'A rate is above 0.': 'Ein Kurs liegt über 0.',
  'A rate is between two currencies.': 'Ein Kurs gilt zwischen zwei Währungen.',
  'A section needs a heading.': 'Ein Abschnitt braucht eine Überschrift.',
  'A story cannot be written in "{0}".': 'Eine Geschichte lässt sich nicht in „{0}“ schreiben.',
  'Add a rate from {0} to {1}': 'Kurs von {0} zu {1} hinzufügen',
  'Add a section to {0}': 'Abschnitt hinzufügen: {0}',
  'Add the dimension': 'Dimension hinzufügen',
  'Add the dimension “{0}”': 'Dimension „{0}“ hinzufügen',
  'Bring back a section of {0}': 'Abschnitt zurückholen: {0}',
  'Take in': 'Übernehmen',
  'Take in {0#} mails and meetings of “{1}”': '{0} Mails und Termine von „{1}“ übernehmen',
  'Take in “{0}”': '„{0}“ übernehmen',
  'There is nothing to take in.': 'Es gibt nichts zu übernehmen.',
  'These are {0#} files; drop at most {1#} at once.':
    'Das sind {0} Dateien; legen Sie höchstens {1} auf einmal ab.',
  '{0} is not there any more. Nothing was saved.':
    '{0} ist nicht mehr da. Nichts wurde gespeichert.',
  '{0} is larger than 25 MiB, the most that an attachment may have.':
    '{0} ist größer als 25 MiB, so viel darf ein Anhang höchstens haben.',
  '{0} is empty.': '{0} ist leer.',
  "{0} is Outlook's own format, which is not read. Save the mail as .eml, or drag it from Outlook on the web.":
    '{0} hat das eigene Format von Outlook, das nicht gelesen wird. Speichern Sie die Mail als .eml, oder ziehen Sie sie aus Outlook im Browser.',
  '{0} cannot be read as a mail: its head is broken.':
    '{0} lässt sich nicht als Mail lesen: Der Kopf ist beschädigt.',
  '{0} is not a mail: it names no sender, no receiver and no subject.':
    '{0} ist keine Mail: Sie nennt weder Absender noch Empfänger noch Betreff.',
  '{0} cannot be read as a mail: its text is broken.':
    '{0} lässt sich nicht als Mail lesen: Der Text ist beschädigt.',
  '{0} cannot be read as a calendar file: it is broken or cut short.':
    '{0} lässt sich nicht als Kalenderdatei lesen: Sie ist beschädigt oder abgeschnitten.',
  '{0} holds no meeting.': '{0} enthält keinen Termin.',
  '{0} holds {1#} meetings. Drop the meeting itself and not a whole calendar.':
    '{0} enthält {1} Termine. Legen Sie den Termin selbst ab und nicht einen ganzen Kalender.',
  '{0} names no day for “{1}”.': '{0} nennt keinen Tag für „{1}“.',
  '{0} holds only a meeting that was cancelled.': '{0} enthält nur einen abgesagten Termin.',
  'The ticket is {0} at the help desk; it is left out.':
    'Das Ticket ist im Helpdesk als „{0}“ geführt und wird ausgelassen.',
  'Add person': 'Person hinzufügen',
  'Add person “{0}”': 'Person „{0}“ hinzufügen',
  'Change person': 'Person ändern',
  'Change person “{0}”': 'Person „{0}“ ändern',
  'Delete person': 'Person löschen',
  'Delete person “{0}”': 'Person „{0}“ löschen',
  'Then they would report to each other in a circle. Choose somebody above both.':
    'Dann würden sie im Kreis aneinander berichten. Wählen Sie jemanden über beiden.',
  'This day is more than a year ahead.': 'Dieser Tag liegt mehr als ein Jahr voraus.',
  'This person is not there any more.': 'Diese Person ist nicht mehr da.',
  'Capture notes of “{0}”': 'Notizen zu „{0}“ erfassen',
  'Mark as answered': 'Als beantwortet vermerken',
  'Mark as answered “{0}”': '„{0}“ als beantwortet vermerken',
  'Mark as not answered': 'Als nicht beantwortet vermerken',
  'Mark as not answered “{0}”': '„{0}“ als nicht beantwortet vermerken',
  'Name the team.': 'Nennen Sie das Team.',
  'No {0} is kept among the conversations.':
    'Unter den Gesprächen steht kein Eintrag dieser Art: {0}.',
  'Say in a few words what it was about.': 'Sagen Sie in wenigen Worten, worum es ging.',
  'Take back telling “{0}”': 'Zurücknehmen, dass „{0}“ informiert ist',
  'Tell “{0}”': '„{0}“ informieren',
  'The answer cannot come before the message of {0}.':
    'Die Antwort kann nicht vor der Nachricht vom {0} liegen.',
  'The notes are longer than {0#} MiB. Nothing was saved.':
    'Die Notizen sind länger als {0} MiB. Nichts wurde gespeichert.',
  'There is nothing on this page.': 'Auf dieser Seite steht nichts.',
  'This conversation is marked as internal; nothing of it goes into a mail.':
    'Dieses Gespräch ist als intern vermerkt; nichts davon kommt in eine Mail.',
  'This conversation is not there any more.': 'Dieses Gespräch ist nicht mehr da.',
  'This insight is not there any more.': 'Diese Erkenntnis ist nicht mehr da.',
  'This message is not there any more.': 'Diese Nachricht ist nicht mehr da.',
  'Capture notes': 'Notizen erfassen',
  'Change a rate from {0} to {1}': 'Kurs von {0} zu {1} ändern',
  'Change the renewal gates': 'Stationen der Verlängerung ändern',
  'Choose a dimension that stays.': 'Wählen Sie eine Dimension, die bleibt.',
  'Choose the language of {0}': 'Sprache wählen: {0}',
  'Choose the length of {0}': 'Länge wählen: {0}',
  'Choose the proof of a claim of {0}': 'Beleg einer Aussage wählen: {0}',
  'Compose story': 'Geschichte verfassen',
  'Delete a mapping': 'Zuordnung löschen',
  'Forty letters are enough for the name of a dimension.':
    'Vierzig Zeichen genügen für den Namen einer Dimension.',
  'Give the dimension a name.': 'Geben Sie der Dimension einen Namen.',
  'Give the mapping a name.': 'Geben Sie der Zuordnung einen Namen.',
  'Move a section of {0}': 'Abschnitt verschieben: {0}',
  'Move the dimension': 'Dimension verschieben',
  'Move the dimension “{0}”': 'Dimension „{0}“ verschieben',
  'Name a section of {0}': 'Abschnitt benennen: {0}',
  'One dimension has to stay: a benefit has to be of some kind.':
    'Eine Dimension muss bleiben: Jeder Nutzen ist von irgendeiner Art.',
  'One gate has to stay: without one nobody is asked before it is too late.':
    'Eine Station muss bleiben: Sonst fragt niemand, bevor es zu spät ist.',
  'Remove a rate': 'Kurs entfernen',
  'Remove the dimension': 'Dimension entfernen',
  'Remove the dimension “{0}”': 'Dimension „{0}“ entfernen',
  'Rename the dimension to': 'Dimension umbenennen',
  'Rename the dimension to “{0}”': 'Dimension umbenennen in „{0}“',
  'Rename the dimension “{0}” to': 'Dimension „{0}“ umbenennen',
  'Rename the dimension “{0}” to “{1}”': 'Dimension „{0}“ umbenennen in „{1}“',
  'Restore from the bin': 'Aus dem Papierkorb wiederherstellen',
  'Restore {0#} records from the bin': '{0} Aufzeichnungen aus dem Papierkorb wiederherstellen',
  'Save the mapping {0}': 'Zuordnung speichern: {0}',
  'Say from which day the rate holds.': 'Sagen Sie, ab welchem Tag der Kurs gilt.',
  'Take out a section of {0}': 'Abschnitt herausnehmen: {0}',
  'Tendril may not write to {0}. What was there is as it was; choose another folder.':
    'Tendril darf nicht nach {0} schreiben. Was dort war, ist, wie es war; wählen Sie einen anderen Ordner.',
  'The workspace has no {0}.': 'Der Arbeitsbereich hat dieses Feld nicht: {0}.',
  'There is a dimension of this name already.': 'Eine Dimension dieses Namens gibt es schon.',
  'There is a gate on this day already.': 'An diesem Tag gibt es schon eine Station.',
  'There is no rate from {0} to {1}, so these amounts would drop out of every total. Add the rate first; nothing was changed.':
    'Es gibt keinen Kurs von {0} zu {1}; diese Beträge fielen aus jeder Summe heraus. Ergänzen Sie zuerst den Kurs; nichts wurde geändert.',
  'There is no such part.': 'Diesen Teil gibt es nicht.',
  'There is no such row.': 'Diese Zeile gibt es nicht.',
  'There is nothing to import in what was pasted. Copy the rows with their headings.':
    'Im Eingefügten ist nichts zu importieren. Kopieren Sie die Zeilen mit ihren Überschriften.',
  'This backup is not there any more. The list was read anew.':
    'Diese Sicherung gibt es nicht mehr. Die Liste wurde neu gelesen.',
  'This dimension is not in the list any more.': 'Diese Dimension steht nicht mehr in der Liste.',
  'This is too much to paste. Save the sheet as CSV or XLSX and drop the file.':
    'Das ist zu viel zum Einfügen. Speichern Sie das Blatt als CSV oder XLSX und ziehen Sie die Datei herein.',
  'This record is no longer in the account; the claim was left as it is.':
    'Diese Aufzeichnung gibt es bei dem Kunden nicht mehr; die Aussage blieb, wie sie ist.',
  'What was pasted is gone. Paste it again; nothing was imported.':
    'Das Eingefügte ist nicht mehr da. Fügen Sie es noch einmal ein; nichts wurde importiert.',
  'Yearly rates': 'Jahresbeträge',
  'delete {0}': '{0} löschen',
  'restore {0}': '{0} wiederherstellen',
  '{0#} benefits are of this dimension. Say which dimension they move to; nothing was changed.':
    '{0} Nutzen sind von dieser Dimension. Sagen Sie, zu welcher sie wechseln; nichts wurde geändert.',
  '{0#} dimensions are as many as a picture can tell apart.':
    'Mehr als {0} Dimensionen kann ein Bild nicht unterscheiden.',
  '{0#} gates are enough.': '{0} Stationen genügen.',
  '{0} cannot be read. It may be open in another program, such as Excel, or not yours to read: close it there and choose it again. Nothing was imported.':
    '{0} lässt sich nicht lesen. Vielleicht ist die Datei in einem anderen Programm wie Excel offen, oder Sie dürfen sie nicht lesen: Schließen Sie sie dort und wählen Sie sie noch einmal. Nichts wurde importiert.',
  '{0} is a folder. Choose the file in it; nothing was imported.':
    '{0} ist ein Ordner. Wählen Sie die Datei darin; nichts wurde importiert.',
  '{0} is not there any more. Choose it again; nothing was imported.':
    '{0} ist nicht mehr da. Wählen Sie es noch einmal; nichts wurde importiert.',
  '{0} (process {1} on {2}, since {3})': '{0} (Prozess {1} auf {2}, seit {3})',
  '"{0}" is not a currency.': '„{0}“ ist keine Währung.',
  '"{0}": "{1}" has a time of day that does not exist.':
    '„{0}“: „{1}“ hat eine Uhrzeit, die es nicht gibt.',
  '"{0}": "{1}" has no known currency ("{2}"); name one for the file.':
    '„{0}“: „{1}“ hat keine bekannte Währung („{2}“); nennen Sie eine für die ganze Datei.',
  '"{0}": "{1}" has not come yet; a reading cannot be of the future.':
    '„{0}“: „{1}“ ist noch nicht gekommen; ein Messwert kann nicht in der Zukunft liegen.',
  '"{0}": "{1}" is a date in the year {2#}; years from {3#} to {4#} are read.':
    '„{0}“: „{1}“ liegt außerhalb der Jahre, die gelesen werden. Prüfen Sie das Jahr.',
  '"{0}": "{1}" is a day that does not exist.': '„{0}“: „{1}“ ist ein Tag, den es nicht gibt.',
  '"{0}": "{1}" is below 0; a credit is no amount here, correct it or leave the cell empty.':
    '„{0}“: „{1}“ liegt unter 0; eine Gutschrift ist hier kein Betrag. Berichtigen Sie die Zelle oder lassen Sie sie leer.',
  '"{0}": "{1}" is in {2} while the row\'s currency is {3}; make them agree.':
    '„{0}“: „{1}“ steht in {2}, die Währung der Zeile ist aber {3}; gleichen Sie beide an.',
  '"{0}": "{1}" is neither yes nor no.': '„{0}“: „{1}“ ist weder ja noch nein.',
  '"{0}": "{1}" is no date when read as day/month/year, as the other dates of the column are.':
    '„{0}“: „{1}“ ist kein Datum, wenn man wie in der übrigen Spalte Tag/Monat/Jahr liest.',
  '"{0}": "{1}" is no date when read as month/day/year, as the other dates of the column are.':
    '„{0}“: „{1}“ ist kein Datum, wenn man wie in der übrigen Spalte Monat/Tag/Jahr liest.',
  '"{0}": "{1}" is no date when read as year-month-day, as the other dates of the column are.':
    '„{0}“: „{1}“ ist kein Datum, wenn man wie in der übrigen Spalte Jahr-Monat-Tag liest.',
  '"{0}": "{1}" is none of: {2}.': '„{0}“: „{1}“ ist keines von: {2}.',
  '"{0}": "{1}" is not a currency; write its code, such as EUR.':
    '„{0}“: „{1}“ ist keine Währung; schreiben Sie ihr Kürzel, etwa EUR.',
  '"{0}": "{1}" is not a date; write it as 2025-03-31.':
    '„{0}“: „{1}“ ist kein Datum; schreiben Sie es wie 31.03.2025.',
  '"{0}": "{1}" is not a number.': '„{0}“: „{1}“ ist keine Zahl.',
  '"{0}": "{1}" is not a whole number.': '„{0}“: „{1}“ ist keine ganze Zahl.',
  '"{0}": "{1}" is not after the term\'s start, {2}; add the start of the new term, or correct the date.':
    '„{0}“: „{1}“ liegt nicht nach dem Beginn der Laufzeit ({2}). Ergänzen Sie den Beginn der neuen Laufzeit oder berichtigen Sie das Datum.',
  '"{0}": "{1}" is not after the term\'s start, {2}; correct one of the two.':
    '„{0}“: „{1}“ liegt nicht nach dem Beginn der Laufzeit ({2}). Berichtigen Sie eines der beiden.',
  '"{0}": "{1}" is not an amount.': '„{0}“: „{1}“ ist kein Betrag.',
  '"{0}": "{1}" is not an amount; write digits, and a currency code at most.':
    '„{0}“: „{1}“ ist kein Betrag; schreiben Sie Ziffern und höchstens ein Währungskürzel.',
  '"{0}": "{1}" is not between 0 and 100 %.': '„{0}“: „{1}“ liegt nicht zwischen 0 und 100 %.',
  '"{0}": "{1}" is too large to be an amount.': '„{0}“: „{1}“ ist zu groß für einen Betrag.',
  '"{0}": "{1}" is too large.': '„{0}“: „{1}“ ist zu groß.',
  'A number is too large or too small.': 'Eine Zahl ist zu groß oder zu klein.',
  'Columns without a field were left out: {0}.': 'Spalten ohne Feld wurden ausgelassen: {0}.',
  "Not among the account's people, so not named: {0}.":
    'Nicht unter den Personen des Kunden und darum nicht genannt: {0}.',
  'Row {0#} speaks of the same account; it holds where the two differ ({1}).':
    'Zeile {0} betrifft denselben Kunden; wo sich beide unterscheiden ({1}), gilt sie.',
  'Row {0#} stands above the header and was left out.':
    'Zeile {0} steht über der Kopfzeile und wurde ausgelassen.',
  "The ARR has no renewal date beside it, so it makes no term. Kept with the account's attributes.":
    'Neben dem ARR steht kein Verlängerungsdatum, er ergibt also keine Laufzeit. Er bleibt bei den Merkmalen des Kunden.',
  'The attachment cannot be read; it is damaged.':
    'Der Anhang lässt sich nicht lesen; er ist beschädigt.',
  'The attachment is not the one its name says; it was changed or damaged.':
    'Der Anhang ist nicht der, den sein Name nennt; er wurde verändert oder beschädigt.',
  'The bundle holds more than {0#} files.': 'Das Bündel enthält mehr als {0} Dateien.',
  'The bundle is of version {0#} and this program reads version {1#}. Get a newer one.':
    'Das Bündel hat die Version {0}, dieses Programm liest Version {1}. Holen Sie sich ein neueres.',
  "The contract's start has no renewal date beside it, so it makes no term. Kept with the account's attributes.":
    'Neben dem Vertragsbeginn steht kein Verlängerungsdatum, er ergibt also keine Laufzeit. Er bleibt bei den Merkmalen des Kunden.',
  'The dates of "{0}" could be day/month or month/day; they were read as day/month/year.':
    'Die Daten in „{0}“ könnten Tag/Monat oder Monat/Tag sein; sie wurden als Tag/Monat/Jahr gelesen.',
  'The dates of "{0}" could be day/month or month/day; they were read as month/day/year.':
    'Die Daten in „{0}“ könnten Tag/Monat oder Monat/Tag sein; sie wurden als Monat/Tag/Jahr gelesen.',
  'The dates of "{0}" could be day/month or month/day; they were read as year-month-day.':
    'Die Daten in „{0}“ könnten Tag/Monat oder Monat/Tag sein; sie wurden als Jahr-Monat-Tag gelesen.',
  'The field {0} is missing.': 'Das Feld „{0}“ fehlt.',
  'The file does not say its encoding; it was read as {0}. Look at names with accents.':
    'Die Datei nennt ihren Zeichensatz nicht; sie wurde als {0} gelesen. Prüfen Sie Namen mit Umlauten und Akzenten.',
  'The file has no header; its columns are numbered.':
    'Die Datei hat keine Kopfzeile; ihre Spalten sind nummeriert.',
  'The file is damaged from here on.': 'Die Datei ist ab hier beschädigt.',
  'The file is in the bundle twice.': 'Die Datei ist zweimal im Bündel.',
  'The file is missing, so this is no bundle.': 'Die Datei fehlt, darum ist dies kein Bündel.',
  'The file is not known here and was left out.':
    'Die Datei ist hier nicht bekannt und wurde ausgelassen.',
  'The file is too large to be a manifest.': 'Die Datei ist zu groß für ein Manifest.',
  'The file unfolds to more than a bundle may hold.':
    'Die Datei ist entpackt größer, als ein Bündel sein darf.',
  'The format is "{0}" and not "{1}".': 'Das Format ist „{0}“ und nicht „{1}“.',
  'The heading "{0}" stands more than once; the one in column {1#} is called "{2}".':
    'Die Überschrift „{0}“ steht mehrmals da; die in Spalte {1} heißt nun „{2}“.',
  'The id "{0}" is not a UUID in small letters.':
    'Die Kennung „{0}“ ist keine UUID in Kleinbuchstaben.',
  'The id {0} is in the file twice.': 'Die Kennung {0} steht zweimal in der Datei.',
  'The line is longer than {0#} MiB.': 'Die Zeile ist länger als {0} MiB.',
  'The line is not UTF-8.': 'Die Zeile ist kein UTF-8.',
  'The line is not a JSON object.': 'Die Zeile ist kein JSON-Objekt.',
  'The manifest cannot be read: the text ends too early.':
    'Das Manifest lässt sich nicht lesen: Der Text endet zu früh.',
  'The manifest cannot be read: {0} cannot be a {1}.':
    'Das Manifest lässt sich nicht lesen: „{0}“ kann nicht vom Typ „{1}“ sein.',
  'The manifest cannot be read: {0}.': 'Das Manifest lässt sich nicht lesen: {0}.',
  'The manifest cannot be read: {0}….': 'Das Manifest lässt sich nicht lesen: {0}….',
  'The manifest counts {0#} records of {1} and the bundle holds {2#}; it is not whole.':
    'Das Manifest zählt {0} Einträge ({1}), das Bündel enthält {2}; es ist nicht vollständig.',
  'The name is not one that a bundle may hold.':
    'Einen solchen Namen darf keine Datei eines Bündels haben.',
  'The numbers of "{0}" leave open whether "{1}" marks decimals or thousands.':
    'Die Zahlen in „{0}“ lassen offen, ob „{1}“ Dezimalstellen oder Tausender trennt.',
  'The parent "{0}" was not found; the account stands without one.':
    'Der übergeordnete Kunde „{0}“ wurde nicht gefunden; der Kunde bleibt ohne.',
  'The row has more than {0#} cells.': 'Die Zeile hat mehr als {0} Zellen.',
  'The row has {0#} cells where the header has {1#}; a text that holds the delimiter needs quotation marks around it.':
    'Die Zeile hat {0} Zellen, die Kopfzeile {1}; ein Text, in dem das Trennzeichen vorkommt, braucht Anführungszeichen.',
  'The row opens a quotation mark that is never closed; close it or take it out.':
    'In der Zeile öffnet ein Anführungszeichen, das nie schließt; schließen Sie es oder nehmen Sie es heraus.',
  'The term does not end after it starts.': 'Die Laufzeit endet nicht nach ihrem Beginn.',
  'The workbook has several sheets; "{0}" was read.':
    'Die Arbeitsmappe hat mehrere Blätter; gelesen wurde „{0}“.',
  'The workspace has records already and keeps its own settings.':
    'Der Arbeitsbereich hat schon Einträge und behält seine eigenen Einstellungen.',
  'This is a link and no file; a bundle holds only files.':
    'Dies ist eine Verknüpfung und keine Datei; ein Bündel enthält nur Dateien.',
  'half_life_days is below 1.': '„half_life_days“ liegt unter 1.',
  'the text ends too early.': 'Der Text endet zu früh.',
  '{0#} attachments were left out.': '{0} Anhänge wurden ausgelassen.',
  '{0#} characters could not be read in {1} and stand as �.':
    '{0} Zeichen ließen sich in {1} nicht lesen und stehen als � da.',
  '{0} cannot be a {1}.': '„{0}“ kann nicht vom Typ „{1}“ sein.',
  '{0} is "{1}" and none of: {2}.': '„{0}“ ist „{1}“ und keines von: {2}.',
  '{0} is "{1}", which is no currency.': '„{0}“ ist „{1}“, und das ist keine Währung.',
  '{0} is above {1#}.': '„{0}“ liegt über {1}.',
  '{0} is below {1#}.': '„{0}“ liegt unter {1}.',
  '{0} is in "{1}", which is no currency.': '„{0}“ steht in „{1}“, und das ist keine Währung.',
  '{0} is not a UUID in small letters.': '„{0}“ ist keine UUID in Kleinbuchstaben.',
  '{0} is not a link.': '„{0}“ ist kein Verweis.',
  '{0} is not a number.': '„{0}“ ist keine Zahl.',
  '{0} is not above {1#}.': '„{0}“ liegt nicht über {1}.',
  '{0} is not the id of a {1}.': '„{0}“ ist nicht die Kennung eines Eintrags der Art „{1}“.',
  '{0} names the {1} {2}, which is neither in the bundle nor in the workspace.':
    '„{0}“ nennt {1} {2}; einen solchen Eintrag gibt es weder im Bündel noch im Arbeitsbereich.',
  '{0}, line {1#}': '{0}, Zeile {1}',
  "{0}, whom the row reports to, is not among the account's people yet; import the file once more to link them.":
    '{0}, an die oder den die Zeile berichtet, ist noch nicht unter den Personen des Kunden; importieren Sie die Datei noch einmal, um beide zu verbinden.',
  '{0}: there is no kind of record called "{1}".':
    '„{0}“: Eine Art von Eintrag namens „{1}“ gibt es nicht.',
  'Answer a message of {0}': 'Nachricht beantworten: {0}',
  'Answer a question of {0}': 'Antwort auf eine Frage: {0}',
  'Bring back for {0}': 'Zurückholen: {0}',
  'Choose a day that is ahead.': 'Wählen Sie einen Tag, der noch kommt.',
  'Choose what they stand by.': 'Wählen Sie, wozu die Person steht.',
  'Decide the {0#}-day gate of {1}': 'Einschätzung {0} Tage vor der Entscheidung: {1}',
  'From 90 days before the decision on, “monitor” is no call: say on track or at risk.':
    'Ab 90 Tagen vor der Entscheidung ist „beobachten“ keine Einschätzung mehr: Wählen Sie „auf Kurs“ oder „gefährdet“.',
  'Mute for {0}': 'Stummschalten: {0}',
  'Say on track or at risk.': 'Wählen Sie „auf Kurs“ oder „gefährdet“.',
  'Say who stands by it.': 'Geben Sie an, wer dazu steht.',
  'Say why, so that everybody knows later.':
    'Geben Sie einen Grund an, damit es später alle wissen.',
  'Snooze until {0} for {1}': 'Bis {0} zurückstellen: {1}',
  'This is not to be done any more. Nothing was written.':
    'Das ist nicht mehr zu tun. Es wurde nichts geändert.',
  'Type what was read.': 'Geben Sie den abgelesenen Wert ein.',
  'Validate an outcome of {0}': 'Ergebnis bestätigen: {0}',
  'Validate {0#} outcomes of {1}': '{0} Ergebnisse bestätigen: {1}',
  'Write what they said.': 'Schreiben Sie die Antwort auf.',
  '"{0}" is a person\'s address. Is it meant to be passed on?':
    '„{0}“ ist die Adresse einer Person. Soll sie weitergegeben werden?',
  '"{0}" is our own judgment, and not for the client.':
    '„{0}“ ist unser eigenes Urteil und nicht für den Kunden.',
  '"{0}" is the address of another account, {1}.':
    '„{0}“ ist die Adresse eines anderen Kunden: {1}.',
  '"{0}" is {1}.': '„{0}“ ist {1}.',
  '"{0}" marks a text that is for us only.': '„{0}“ kennzeichnet einen Text, der nur für uns ist.',
  '"{0}" may be our own judgment. Is it meant for the client?':
    '„{0}“ könnte unser eigenes Urteil sein. Ist das für den Kunden gedacht?',
  '"{0}" may speak of the price outside the commercial sections.':
    '„{0}“ spricht vielleicht außerhalb der kaufmännischen Abschnitte vom Preis.',
  '"{0}" names another account, {1}.': '„{0}“ nennt einen anderen Kunden: {1}.',
  '"{0}" says how likely we think something.':
    '„{0}“ sagt, für wie wahrscheinlich wir etwas halten.',
  '"{0}" speaks of the price outside the commercial sections.':
    '„{0}“ spricht außerhalb der kaufmännischen Abschnitte vom Preis.',
  '"{0}" stands in {1}, which the client must not see.': '„{0}“ darf der Kunde nicht sehen: {1}.',
  '"{0}" was to be filled in.': '„{0}“ sollte noch ausgefüllt werden.',
  'No record says "{0}" today. Has it moved on?':
    'Keine Aufzeichnung sagt heute „{0}“. Hat es sich inzwischen geändert?',
  'Nobody is named who gave leave to tell this story.':
    'Niemand ist genannt, der dieser Geschichte zugestimmt hat.',
  'A page can be written as PDF, Word, a web page or Markdown, not as "{0}".':
    'Ein Blatt kann als PDF, Word, Webseite oder Markdown geschrieben werden, nicht als „{0}“.',
  'A story can be told on one page as a renewal page or a success story, not as "{0}".':
    'Auf einem Blatt kann eine Geschichte als Verlängerungsblatt oder als Erfolgsgeschichte erzählt werden, nicht als „{0}“.',
  'An anonymous story leaves out every text that could give the client away. Read what is left.':
    'Eine anonyme Geschichte lässt jeden Text weg, der den Kunden verraten könnte. Lesen Sie, was bleibt.',
  'Of this story no such page was kept when it was told. Begin a new draft to make one.':
    'Als diese Geschichte erzählt wurde, ist kein solches Blatt aufbewahrt worden. Beginnen Sie einen neuen Entwurf, um eines zu machen.',
  'The client gave leave to tell this story without its name only.':
    'Der Kunde hat zugestimmt, dass diese Geschichte erzählt wird, aber nur ohne seinen Namen.',
  'The client has not given leave to tell this story to others.':
    'Der Kunde hat nicht zugestimmt, dass diese Geschichte anderen erzählt wird.',
  'The leave to tell this story ended on {0}.':
    'Die Zustimmung zu dieser Geschichte endete am {0}.',
  'The pre-flight asks before this export, and no file was written: “{0}”':
    'Die Prüfung fragt vor diesem Export nach; es wurde keine Datei geschrieben: „{0}“',
  'The pre-flight stopped this export, and no file was written: “{0}”':
    'Die Prüfung hat diesen Export angehalten; es wurde keine Datei geschrieben: „{0}“',
  'The story has no title.': 'Die Geschichte hat keinen Titel.',
  'There are no words here.': 'Hier steht noch nichts.',
  'This claim has a number and no record that proves it.':
    'Diese Aussage nennt eine Zahl, die keine Aufzeichnung belegt.',
  'This sum is only claimed, and the text does not say so.':
    'Diese Summe ist nur behauptet, und der Text sagt es nicht.',
  'What proves this claim is internal.': 'Was diese Aussage belegt, ist intern.',
  'What proves this number is old, and the text does not say so.':
    'Der Beleg dieser Zahl ist alt, und der Text sagt es nicht.',
  '{0} left on {1}.': '{0} ist seit {1} nicht mehr dort.',
  '“{0}” gave no leave to be quoted before this audience.':
    '„{0}“ hat nicht zugestimmt, vor diesem Publikum zitiert zu werden.',
  'Overrule our phase': 'Unsere Phase überstimmen',
  "Overrule the client's phase": 'Die Phase des Kunden überstimmen',
  'Take the derived phase again': 'Wieder die abgeleitete Phase nehmen',
  'There is no road called "{0}".': 'Einen Weg namens „{0}“ gibt es nicht.',
  'Derived from the records': 'Aus den Aufzeichnungen abgeleitet',
  Overruled: 'Überstimmt',
  'Say why the phase is overruled; the derived one stays beside it.':
    'Sagen Sie, warum die Phase überstimmt wird; die abgeleitete bleibt daneben stehen.',
  '"{0}": "{1}" has not come yet; nothing can be known of the future.':
    '„{0}“: „{1}“ ist noch nicht gekommen; von der Zukunft lässt sich nichts wissen.',
  'A question cannot have been asked in the future.':
    'Eine Frage kann nicht in der Zukunft gestellt worden sein.',
  'A rule holds a value as one of: {0}.': 'Eine Regel prüft einen Wert auf eine dieser Arten: {0}.',
  'An answer cannot lie in the future.': 'Eine Antwort kann nicht in der Zukunft liegen.',
  'Choose an indicator.': 'Wählen Sie einen Indikator.',
  'Choose whom to ask.': 'Wählen Sie, wen Sie fragen.',
  'Figures about CSMs are off in this workspace.':
    'Zahlen über CSMs sind in diesem Arbeitsbereich ausgeschaltet.',
  'Give it a name.': 'Geben Sie einen Namen.',
  'Give the type a name: what drives these clients?':
    'Geben Sie dem Typ einen Namen: Was treibt diese Kunden an?',
  'Learning has no {0}.': 'Beim Lernen gibt es keinen Eintrag dieser Art: {0}.',
  'No story is in the state "{0}".': 'Geschichten gibt es nicht im Stand „{0}“.',
  'Stories are not put in order by "{0}".': 'Geschichten werden nicht nach „{0}“ geordnet.',
  'These stories are of two accounts, {0} and {1}.':
    'Diese Geschichten sind von zwei Kunden, {0} und {1}.',
  'Nothing is learned in the state "{0}".': 'Beim Lernen gibt es keinen Stand „{0}“.',
  'One of these accounts or indicators is not there any more. Nothing was written.':
    'Einer dieser Kunden oder Indikatoren ist nicht mehr da. Nichts wurde geschrieben.',
  'Only numbers can be above or below. Use “is” or “is not”.':
    'Nur Zahlen können darüber oder darunter liegen. Nehmen Sie „ist“ oder „ist nicht“.',
  'Row {0#} already says something else of the same account and day. Leave one of the two out.':
    'Zeile {0} sagt zum selben Kunden und Tag bereits etwas anderes. Lassen Sie eine der beiden weg.',
  'Say what a value of an indicator is': 'Wert eines Indikators angeben',
  'Say what {0#} values of indicators are': '{0} Werte von Indikatoren angeben',
  'Say which team.': 'Sagen Sie, welches Team.',
  'Say which value.': 'Sagen Sie, welcher Wert.',
  'Set the customer type of {0#} accounts': 'Kundentyp von {0} Kunden festlegen',
  'Take back that the team “{0}” was told': 'Zurücknehmen, dass das Team „{0}“ davon weiß',
  'Tell the team “{0}”': 'Dem Team „{0}“ weitersagen',
  'The alignment table has no {0}.': 'Die Ausrichtungstabelle hat keinen Eintrag dieser Art: {0}.',
  'The answer cannot have come before the question.':
    'Die Antwort kann nicht vor der Frage gekommen sein.',
  'The period ends before it begins.': 'Der Zeitraum endet, bevor er beginnt.',
  'The row names no indicator.': 'Die Zeile nennt keinen Indikator.',
  'The rules say nothing of the accounts that have no type. Nothing was changed.':
    'Die Regeln sagen nichts über die Kunden ohne Typ. Nichts wurde geändert.',
  'There are {0#} indicators named "{1}". Name it by its id.':
    'Es gibt {0} Indikatoren namens „{1}“. Nennen Sie ihn mit seiner Kennung.',
  'There is a customer type of this name already.':
    'Es gibt bereits einen Kundentyp dieses Namens.',
  'There is no indicator "{0}". Add it to the alignment table first, or correct the name.':
    'Es gibt keinen Indikator „{0}“. Legen Sie ihn zuerst in der Ausrichtungstabelle an, oder berichtigen Sie den Namen.',
  'There is nothing that this team has not heard.':
    'Es gibt nichts, was dieses Team noch nicht gehört hat.',
  'This customer type is not there any more.': 'Diesen Kundentyp gibt es nicht mehr.',
  'This is not in the table any more.': 'Das steht nicht mehr in der Tabelle.',
  'Turn figures about CSMs off': 'Zahlen über CSMs ausschalten',
  'Turn figures about CSMs on': 'Zahlen über CSMs einschalten',
  'Write down what you ask.': 'Schreiben Sie auf, was Sie fragen.',
  'Write down what you learned.': 'Schreiben Sie auf, was Sie gelernt haben.',
  '{0#} accounts have a value of this kind. Make a new indicator, and leave this one as it is.':
    '{0} Kunden haben einen Wert dieser Art. Legen Sie einen neuen Indikator an, und lassen Sie diesen, wie er ist.',
  '{0#} rows say nothing and were passed over.': '{0} Zeilen sagen nichts und wurden übergangen.',
  '“{0}” is neither yes nor no.': '„{0}“ ist weder Ja noch Nein.',
  'Ask {0#} accounts': '{0} Kunden fragen',
  'Ask {0#} accounts “{1}”': '{0} Kunden fragen „{1}“',
  'Ask “{0}”': 'Fragen „{0}“',
  'Answer question': 'Frage beantworten',
  'Answer question “{0}”': 'Frage „{0}“ beantworten',
  'Add customer type': 'Kundentyp hinzufügen',
  'Add customer type “{0}”': 'Kundentyp „{0}“ hinzufügen',
  'Add insight': 'Erkenntnis hinzufügen',
  'Add insight “{0}”': 'Erkenntnis „{0}“ hinzufügen',
  'Add indicator': 'Indikator hinzufügen',
  'Add indicator “{0}”': 'Indikator „{0}“ hinzufügen',
  'Add motivation': 'Motivation hinzufügen',
  'Add motivation “{0}”': 'Motivation „{0}“ hinzufügen',
  'Change customer type': 'Kundentyp ändern',
  'Change customer type “{0}”': 'Kundentyp „{0}“ ändern',
  'Change insight': 'Erkenntnis ändern',
  'Change insight “{0}”': 'Erkenntnis „{0}“ ändern',
  'Change question': 'Frage ändern',
  'Change question “{0}”': 'Frage „{0}“ ändern',
  'Change indicator': 'Indikator ändern',
  'Change indicator “{0}”': 'Indikator „{0}“ ändern',
  'Change motivation': 'Motivation ändern',
  'Change motivation “{0}”': 'Motivation „{0}“ ändern',
  'Delete customer type': 'Kundentyp löschen',
  'Delete customer type “{0}”': 'Kundentyp „{0}“ löschen',
  'Delete insight': 'Erkenntnis löschen',
  'Delete insight “{0}”': 'Erkenntnis „{0}“ löschen',
  'Delete question': 'Frage löschen',
  'Delete question “{0}”': 'Frage „{0}“ löschen',
  'Delete indicator': 'Indikator löschen',
  'Delete indicator “{0}”': 'Indikator „{0}“ löschen',
  'Delete motivation': 'Motivation löschen',
  'Delete motivation “{0}”': 'Motivation „{0}“ löschen',
  'Move customer type': 'Kundentyp verschieben',
  'Move customer type “{0}”': 'Kundentyp „{0}“ verschieben',
  'Move indicator': 'Indikator verschieben',
  'Move indicator “{0}”': 'Indikator „{0}“ verschieben',
  'Move motivation': 'Motivation verschieben',
  'Move motivation “{0}”': 'Motivation „{0}“ verschieben',
  '"{0}": "{1}" is not over yet; a part of a month would read as a fall, so bring it in when the month is over.':
    '„{0}“: „{1}“ ist noch nicht zu Ende; ein Teil des Monats läse sich wie ein Rückgang. Importieren Sie ihn, wenn der Monat vorbei ist.',
  '"{0}" cannot be changed for many accounts.':
    '„{0}“ lässt sich nicht für viele Kunden auf einmal ändern.',
  '"{0}" is no day.': '„{0}“ ist kein Tag.',
  '"{0}" is no number of days.': '„{0}“ ist keine Zahl von Tagen.',
  '"{0}" is no number.': '„{0}“ ist keine Zahl.',
  'A name of a view has {0#} letters at most.': 'Der Name einer Ansicht hat höchstens {0} Zeichen.',
  'A range has a first and a last day.': 'Ein Zeitraum hat einen ersten und einen letzten Tag.',
  'A range has a lowest and a highest value.':
    'Ein Bereich hat einen kleinsten und einen größten Wert.',
  'A view needs a name.': 'Eine Ansicht braucht einen Namen.',
  'A view shows something.': 'Eine Ansicht zeigt etwas.',
  'An account cannot stand below itself.': 'Ein Kunde kann nicht unter sich selbst stehen.',
  'Change one account': 'Einen Kunden ändern',
  'Change the tags of {0#} accounts': 'Tags von {0} Kunden ändern',
  'Change the view: {0}': 'Ansicht ändern: {0}',
  'Choose accounts first.': 'Wählen Sie zuerst Kunden aus.',
  'Choose at least one value.': 'Wählen Sie mindestens einen Wert.',
  'Delete one account': 'Einen Kunden löschen',
  'Delete the view: {0}': 'Ansicht löschen: {0}',
  'Delete {0#} accounts': '{0} Kunden löschen',
  'Name a tag to add or to remove.': 'Nennen Sie ein Tag, das dazukommt oder wegfällt.',
  'Save the view: {0}': 'Ansicht speichern: {0}',
  'Say how many days.': 'Sagen Sie, wie viele Tage.',
  'Set the CSM of {0#} accounts': 'CSM von {0} Kunden setzen',
  'Set the account owner of {0#} accounts': 'Betreuer von {0} Kunden setzen',
  'Set the parent of {0#} accounts': 'Übergeordneten Kunden von {0} Kunden setzen',
  'Set the segment of {0#} accounts': 'Segment von {0} Kunden setzen',
  'The portfolio has no filter "{0}".': 'Das Portfolio hat keinen Filter „{0}“.',
  'The portfolio has no groups by "{0}".': 'Das Portfolio lässt sich nicht nach „{0}“ gruppieren.',
  'There is a view "{0}" already.': 'Eine Ansicht „{0}“ gibt es schon.',
  'This account is not there any more.': 'Diesen Kunden gibt es nicht mehr.',
  'This view is not there any more.': 'Diese Ansicht gibt es nicht mehr.',
  'Forget a person': 'Eine Person vergessen',
  'Say what is to stand in place of the name.':
    'Sagen Sie, was an der Stelle des Namens stehen soll.',
  'This person was forgotten before.': 'Diese Person wurde schon vergessen.',
  'There is no column "{0}" in the portfolio.': 'Das Portfolio hat keine Spalte „{0}“.',
  'Change our name in documents': 'Unseren Namen in Dokumenten ändern',
  'Change the colour of documents': 'Die Farbe der Dokumente ändern',
  'Change the font of documents': 'Die Schrift der Dokumente ändern',
  'Change the font of what clients said': 'Die Schrift der Worte von Kunden ändern',
  'Change the half-life of news': 'Die Halbwertszeit von Neuem ändern',
  'Change the logo of documents': 'Das Logo der Dokumente ändern',
  "Change the rival's cheque": 'Den Scheck des Rivalen ändern',
  "Change the workspace's currency": 'Die Währung des Arbeitsbereichs ändern',
  'Rename the workspace': 'Den Arbeitsbereich umbenennen',
  'Forget the template for presentations': 'Die Vorlage für Präsentationen vergessen',
  'PowerPoint, Word and PDF cannot all show an SVG. Save the logo as a PNG, 900 pixels across or more, and choose that.':
    'PowerPoint, Word und PDF können nicht alle ein SVG zeigen. Speichern Sie das Logo als PNG, mindestens 900 Pixel breit, und wählen Sie dieses.',
  'Remove the logo of documents': 'Das Logo der Dokumente entfernen',
  'The logo has {0#} MB; {1#} MB is the most. Save it smaller: 900 pixels across are enough.':
    'Das Logo hat {0#} MB; höchstens {1#} MB sind möglich. Speichern Sie es kleiner: 900 Pixel Breite genügen.',
  'The logo has {0#} × {1#} pixels, too many for a document. Save it smaller: 900 pixels across are enough.':
    'Das Logo hat {0#} × {1#} Pixel, zu viele für ein Dokument. Speichern Sie es kleiner: 900 Pixel Breite genügen.',
  'The logo is only {0#} × {1#} pixels. Choose a larger one: 300 pixels across or more.':
    'Das Logo hat nur {0#} × {1#} Pixel. Wählen Sie ein größeres: mindestens 300 Pixel breit.',
  'The picture is damaged: it ends in the middle or cannot be read. Save it anew and choose it again.':
    'Das Bild ist beschädigt: Es bricht ab oder lässt sich nicht lesen. Speichern Sie es neu und wählen Sie es noch einmal.',
  'This file cannot be read. Choose it again, or another one.':
    'Diese Datei lässt sich nicht lesen. Wählen Sie sie noch einmal oder eine andere.',
  'This is no picture that documents can show. Choose a PNG or JPEG file.':
    'Das ist kein Bild, das Dokumente zeigen können. Wählen Sie eine PNG- oder JPEG-Datei.',
  '{0} is too light to be read on white paper. A shade of it that can be read is #{1}.':
    '{0} ist zu hell, um auf weißem Papier gelesen zu werden. Ein lesbarer Ton davon ist #{1}.',
};

/** Die Wörter seiner Aufzeichnungen. */
export const terms: Readonly<Record<(typeof englishTerms)[number], string>> = {
  above: 'darüber',
  account: 'Kunde',
  'account owner': 'Betreuer',
  achieved: 'erreicht',
  acquisition: 'Gewinnung',
  'acquisition cost': 'Kosten der Gewinnung',
  action: 'Handlung',
  active: 'aktiv',
  agreed: 'vereinbart',
  amount: 'Betrag',
  'amount high': 'höchster Betrag',
  'amount low': 'niedrigster Betrag',
  anonymous: 'anonym',
  'another program': 'einem anderen Programm',
  answer: 'Antwort',
  'answered on': 'beantwortet am',
  arr: 'Jahresumsatz',
  ask: 'unsere Forderung',
  'asked of': 'gefragt',
  'asked on': 'gefragt am',
  'at risk': 'gefährdet',
  attributes: 'weitere Felder',
  attribution: 'unser Anteil',
  audience: 'Publikum',
  'auto renew': 'automatische Verlängerung',
  aware: 'bewusst',
  'bad side': 'schlechte Seite',
  baseline: 'Ausgangswert',
  'baseline on': 'Ausgangswert vom',
  'behavior change': 'Verhaltensänderung',
  below: 'darunter',
  benefit: 'Nutzen',
  'benefit step': 'Nutzenstufe',
  blob: 'Dateiinhalt',
  blocker: 'Blockierer',
  body: 'Text',
  both: 'beide',
  bounce: 'Absprung',
  brand: 'Marke',
  buy: 'kaufen',
  'cadence days': 'Tage zwischen Messwerten',
  'cancel reason': 'Kündigungsgrund',
  cancelled: 'gekündigt',
  'cancelled on': 'gekündigt am',
  'cares about': 'was der Person wichtig ist',
  category: 'Kategorie',
  champion: 'Fürsprecher',
  checklist: 'Checkliste',
  cheque: 'Scheck',
  churn: 'Abwanderung',
  claim: 'Aussage',
  claimed: 'behauptet',
  client: 'Kunde',
  'client cost': 'Kosten des Kunden',
  closed: 'geschlossen',
  coach: 'Coaching',
  color: 'Farbe',
  commercial: 'kommerziell',
  complain: 'Beschwerde',
  concessions: 'Zugeständnisse',
  confidence: 'Sicherheit',
  confirmation: 'Bestätigung',
  confirmed: 'bestätigt',
  'confirmed by': 'bestätigt von',
  'confirmed on': 'bestätigt am',
  'content hash': 'Prüfsumme',
  contract: 'Vertrag',
  contracted: 'verkleinert',
  critical: 'kritisch',
  csm: 'CSM',
  currency: 'Währung',
  'customer action': 'Kundenhandlung',
  'customer type': 'Kundentyp',
  deepening: 'wird tiefer',
  demographic: 'demografisch',
  'depends on': 'wartet auf',
  description: 'Beschreibung',
  dimension: 'Dimension',
  dimensions: 'Dimensionen',
  direction: 'Richtung',
  document: 'Dokument',
  'done on': 'erledigt am',
  down: 'senken',
  draft: 'Entwurf',
  dropped: 'aufgegeben',
  due: 'fällig',
  'economic buyer': 'wirtschaftlicher Entscheider',
  email: 'E-Mail',
  embedded: 'verankert',
  end: 'Ende',
  engage: 'Austausch',
  evidence: 'Beleg',
  evidenced: 'nachgewiesen',
  'executive sponsor': 'Sponsor in der Leitung',
  expanded: 'erweitert',
  expanding: 'wird breiter',
  'export record': 'Exportvermerk',
  'exported at': 'exportiert am',
  'exported by': 'exportiert von',
  'external ids': 'fremde Kennungen',
  falling: 'fallend',
  file: 'Datei',
  'file name': 'Dateiname',
  'first value on': 'erster Wert am',
  'first value target days': 'Frist bis zum ersten Wert',
  flat: 'gleichbleibend',
  'forecast arr': 'erwarteter Jahresumsatz',
  format: 'Format',
  from: 'von',
  'from team': 'aus dem Team',
  'fx rate': 'Wechselkurs',
  gates: 'Stationen',
  'gross margin': 'Bruttomarge',
  group: 'Gruppe',
  growing: 'wachsend',
  grown: 'gewachsen',
  habit: 'Gewohnheit',
  'half life days': 'Halbwertszeit in Tagen',
  harvesting: 'ernten',
  high: 'hoch',
  hold: 'halten',
  in: 'eingehend',
  'in review': 'in Prüfung',
  indicator: 'Indikator',
  'indicator value': 'Indikatorwert',
  influence: 'Einfluss',
  insight: 'Erkenntnis',
  integrating: 'einführen',
  internal: 'intern',
  job: 'Aufgabe',
  kind: 'Art',
  lead: 'führen',
  learn: 'lernen',
  leaving: 'will gehen',
  'left on': 'gegangen am',
  length: 'Länge',
  lessons: 'Lehren',
  link: 'Link',
  locale: 'Sprache',
  low: 'niedrig',
  mail: 'E-Mail',
  mapping: 'Zuordnung',
  maybe: 'vielleicht',
  measure: 'Kennzahl',
  medium: 'mittel',
  meeting: 'Treffen',
  member: 'Mitglied',
  met: 'erreicht',
  method: 'Weg',
  milestone: 'Meilenstein',
  mitigation: 'Gegenmaßnahme',
  motivation: 'Beweggrund',
  motivational: 'Beweggrund',
  name: 'Name',
  named: 'mit Namen',
  nature: 'Wesen',
  'needs reply by': 'Antwort nötig bis',
  negotiate: 'verhandeln',
  new: 'neu',
  no: 'nein',
  'no baseline': 'kein Ausgangswert',
  'no value yet': 'noch kein Wert',
  'not measured': 'nicht gemessen',
  'not priced': 'nicht bewertet',
  'not started': 'nicht begonnen',
  'not yet known': 'noch unbekannt',
  note: 'Notiz',
  notes: 'Notizen',
  'notice days': 'Kündigungsfrist in Tagen',
  number: 'Zahl',
  'off track': 'nicht auf Kurs',
  offer: 'Angebot',
  'old news': 'bekannt',
  on: 'Tag',
  'on track': 'auf Kurs',
  once: 'einmalig',
  open: 'offen',
  out: 'ausgehend',
  outcome: 'Ergebnis',
  owner: 'zuständig',
  'owner stakeholder': 'zuständige Person',
  'paper path': 'Papierweg',
  'parent account': 'übergeordneter Kunde',
  people: 'Personen',
  permission: 'Erlaubnis',
  'permission by': 'Erlaubnis von',
  'permission until': 'Erlaubnis bis',
  phone: 'Telefon',
  plan: 'Plan',
  'plan signoff': 'Vereinbarung',
  position: 'Platz in der Reihe',
  positive: 'positiv',
  'previous term': 'vorige Laufzeit',
  priority: 'Rang',
  probability: 'Wahrscheinlichkeit',
  process: 'Ablauf',
  procurement: 'Einkauf',
  proof: 'Beleg',
  proposed: 'vorgeschlagen',
  public: 'öffentlich',
  purchase: 'Kauf',
  question: 'Frage',
  quote: 'Zitat',
  'quote permission': 'Erlaubnis zum Zitat',
  'quote permission until': 'Erlaubnis zum Zitat bis',
  'quoted stakeholder': 'zitierte Person',
  rate: 'Kurs',
  reading: 'Messwert',
  'recorded at': 'erfasst am',
  refer: 'empfehlen',
  'referred account': 'empfohlener Kunde',
  renewal: 'Verlängerung',
  renewed: 'verlängert',
  'replied on': 'beantwortet am',
  'reports to': 'berichtet an',
  result: 'Ausgang',
  'result arr': 'Jahresumsatz danach',
  'result on': 'Ausgang am',
  'result reason': 'Grund des Ausgangs',
  revenue: 'Umsatz',
  'review every days': 'Tage zwischen Besprechungen',
  rising: 'steigend',
  role: 'Rolle',
  rules: 'Regeln',
  'said on': 'gesagt am',
  'saved view': 'gespeicherte Ansicht',
  saving: 'retten',
  section: 'Abschnitt',
  sections: 'Abschnitte',
  segment: 'Segment',
  shrinking: 'schrumpft',
  side: 'Seite',
  'signed on': 'vereinbart am',
  source: 'Quelle',
  stage: 'Stufe',
  'stage on': 'Stufe seit',
  stakeholder: 'Person',
  'stakeholder ids': 'Personen',
  stale: 'veraltet',
  stance: 'Haltung',
  start: 'Beginn',
  'start date': 'Beginn',
  statement: 'Aussage',
  static: 'steht still',
  status: 'Status',
  story: 'Geschichte',
  subject: 'Bezug',
  success: 'Erfolg',
  'success plan': 'Plan',
  summary: 'Zusammenfassung',
  support: 'Unterstützung',
  'switching cost': 'Wechselkosten',
  tags: 'Schlagworte',
  target: 'Zielwert',
  'target date': 'Zieltag',
  'target on': 'Zielwert bis',
  teach: 'lehren',
  team: 'Team',
  teams: 'Teams',
  'technical lead': 'technische Leitung',
  template: 'Vorlage',
  tending: 'pflegen',
  term: 'Laufzeit',
  text: 'Text',
  ticket: 'Ticket',
  timezone: 'Zeitzone',
  title: 'Titel',
  to: 'zu',
  told: 'erzählt',
  'told on': 'erzählt am',
  tolerance: 'Toleranz',
  'too new': 'zu neu',
  touchpoint: 'Gespräch',
  try: 'Versuch',
  trying: 'in Erprobung',
  unit: 'Einheit',
  'unit value': 'Wert einer Einheit',
  'unit value basis': 'Grundlage des Werts einer Einheit',
  'unit value confirmed by': 'Wert einer Einheit bestätigt von',
  'unit value confirmed on': 'Wert einer Einheit bestätigt am',
  up: 'steigern',
  upgrade: 'Upgrade',
  url: 'Link',
  us: 'wir',
  user: 'Anwender',
  'user lead': 'Leitung der Anwender',
  'validated by': 'bestätigt von',
  'validated on': 'bestätigt am',
  value: 'Wert',
  vendor: 'Anbieter',
  version: 'Fassung',
  watch: 'beobachten',
  website: 'Website',
  who: 'wer',
  'why it matters': 'warum es wichtig ist',
  'why today': 'warum es heute so ist',
  frozen: 'aufbewahrt',
  workspace: 'Arbeitsbereich',
  yearly: 'jährlich',
  yes: 'ja',
  'yes/no': 'ja/nein',
  'set aside': 'zurückgestellt',
  'a person kept internal': 'eine Person, die intern bleibt',
  'an internal benefit': 'ein interner Nutzen',
  'an internal conversation': 'ein internes Gespräch',
  'internal evidence': 'ein interner Beleg',
  'our call on the renewal': 'unsere Einschätzung der Verlängerung',
  'our checklist': 'unsere Checkliste',
  'our forecast': 'unsere Prognose',
  'our notes on the account': 'unsere Notizen zum Kunden',
  'our reason for a result': 'unser Grund für ein Ergebnis',
  'our work on the renewal': 'unsere Arbeit an der Verlängerung',
  "the client's offer": 'das Angebot des Kunden',
  'the price after a term': 'der Preis nach einer Laufzeit',
  'the price of a month': 'der Preis eines Monats',
  'the price of a term': 'der Preis einer Laufzeit',
  'what it would cost the client to leave': 'was dem Kunden ein Wechsel kosten würde',
  'what the client cost us to win': 'was uns die Gewinnung des Kunden gekostet hat',
  'what we think somebody cares about': 'was unserer Meinung nach jemandem wichtig ist',
  'csm figures': 'Zahlen über CSM',
  'overruled client on': 'Kundenphase überstimmt am',
  'overruled client phase': 'überstimmte Kundenphase',
  'overruled client reason': 'Grund der überstimmten Kundenphase',
  'overruled provider on': 'unsere Phase überstimmt am',
  'overruled provider phase': 'unsere überstimmte Phase',
  'overruled provider reason': 'Grund unserer überstimmten Phase',
  'forgotten on': 'vergessen am',
  redacted: 'geschwärzt',
};
