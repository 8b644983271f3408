import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sentences as german, terms as germanTerms } from './de/said';
import { sentences, terms } from './en/said';
import { inWords, recognise } from './words';

const hole = /\{(\d+)(#?)\}/g;

/** Fills a template with awkward texts: words that other templates are made of. */
function fill(template: string): string {
  const texts = ['Nord & Süd (Ost)', 'the plan of $2', 'a.b.c', 'x'];
  return template.replace(hole, (_, at: string, number: string) =>
    number === '#' ? String(12 + Number(at)) : (texts[Number(at)] ?? 'y'),
  );
}

describe('the program’s sentences', () => {
  afterEach(() => i18next.changeLanguage('en'));

  it('are each recognised as themselves, whatever stands in their holes', () => {
    for (const sentence of sentences) {
      const found = recognise(fill(sentence))?.template.words.en;
      expect(found, sentence).toBe(sentence.replace(hole, '{$1}'));
    }
  });

  it('have the same holes in German, and other words', () => {
    const same: string[] = [];
    for (const sentence of sentences) {
      const ours = [...new Set([...sentence.matchAll(hole)].map((one) => one[1]))].sort();
      const theirs = [...new Set([...german[sentence].matchAll(hole)].map((one) => one[1]))].sort();
      const missing = ours.filter((one) => !theirs.includes(one));
      expect(
        theirs.filter((one) => !ours.includes(one)),
        sentence,
      ).toEqual([]);
      // A hole may be left out where German needs no such word, but never a quoted text.
      if (sentence.includes('“') || sentence.includes('"')) {
        expect(
          missing.filter((one) => new RegExp(`[“"]\\{${one}\\}`).test(sentence)),
          sentence,
        ).toEqual([]);
      }
      if (german[sentence] === sentence) same.push(sentence);
    }
    expect(same).toEqual(['Trend']);
    expect(terms.filter((term) => germanTerms[term] === '')).toEqual([]);
  });

  describe('in a German window', () => {
    beforeEach(() => i18next.changeLanguage('de'));

    it('are worded in German, with the person’s own texts as they are', () => {
      expect(inWords('Add benefit “Free on Friday”')).toBe('Nutzen „Free on Friday“ hinzufügen');
      expect(inWords('Undo: Add behavior change “Plan”')).toBe(
        'Rückgängig: Verhaltensänderung „Plan“ hinzufügen',
      );
      expect(inWords('Change measure “static”')).toBe('Kennzahl „static“ ändern');
    });

    it('have days, numbers and terms as German writes them', () => {
      expect(inWords('once, evidenced; leaves the year on 2027-03-02')).toMatch(
        /^einmalig, nachgewiesen; fällt am 2\. März 2027 aus dem Jahr$/,
      );
      expect(inWords('18500, then 1200')).toBe('erst 18.500, dann 1.200');
      expect(inWords('Status cannot be "gone"; choose one of draft, agreed, closed.')).toBe(
        'Status kann nicht „gone“ sein; wählen Sie eines von: Entwurf, vereinbart, geschlossen.',
      );
      expect(inWords('Amount low is missing; fill it in and save again.')).toBe(
        'Niedrigster Betrag fehlt; tragen Sie es ein und speichern Sie noch einmal.',
      );
    });

    it('leave alone what the program never said', () => {
      expect(inWords('Imported by another program in 2019')).toBe(
        'Imported by another program in 2019',
      );
    });
  });

  it('are written with the locale’s numbers and days in English too', () => {
    expect(inWords('It is decided by 2026-03-31, because notice is due before the end.')).toContain(
      'Mar 2026',
    );
    expect(inWords('Add measure “2026-03-31”')).toBe('Add measure “2026-03-31”');
  });
});
