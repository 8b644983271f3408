import { describe, expect, it } from 'vitest';
import type { Timeline } from '@/api/value';
import { dayOf, isoOf } from './days';
import { moneyForm, readAmount, writeChange, writeDay, writeMoney } from './format';
import { overlap, spread, widestGap } from './labels';
import { markRadius, oneLine, stackLanes, stretchesOf, walkOrder } from './lanes';
import { guessText } from './layout';
import { claimedSteps, feltAt, levelAt, provedSteps, type Step, valuesAt } from './levels';
import { claimedAreas, claimedRuns, feltCurve, staircase } from './paths';
import { between, linear, moneyAxis, spanWindow, windowOf } from './scale';
import nordhavn from './testdata/nordhavn.json';
import { timeTicks } from './ticks';
import { placeWords, type Wanted } from './verticals';

const timeline = nordhavn.timeline as unknown as Timeline;
const whole = { from: dayOf(timeline.from), to: dayOf(timeline.to) };
const x = linear(whole, { from: 104, to: 1176 });
const y = linear({ from: 0, to: 1_200_000 }, { from: 312, to: 46 });

describe('days and scales', () => {
  it('reads and writes days', () => {
    expect(isoOf(dayOf('2024-02-29'))).toBe('2024-02-29');
    expect(dayOf('2024-03-01') - dayOf('2024-02-28')).toBe(2);
    expect(dayOf('soon')).toBeNaN();
  });

  it('inverts what it scales', () => {
    for (const day of [whole.from, whole.from + 500, whole.to])
      expect(x.invert(x(day))).toBeCloseTo(day);
    expect(linear({ from: 3, to: 3 }, { from: 10, to: 20 })(99)).toBe(10);
  });

  it.each([
    [1_113_000, [250_000, 500_000, 750_000, 1_000_000]],
    [330_000, [100_000, 200_000, 300_000]],
    [40, [10, 20, 30, 40]],
    [0, []],
  ])('gives %d at most four round hairlines above zero', (highest, lines) => {
    const axis = moneyAxis(highest);
    expect(axis.lines).toEqual(lines);
    expect(axis.top).toBeGreaterThan(highest);
  });

  it('keeps windows inside the axis and wide enough to read', () => {
    expect(windowOf(whole.to, whole.to + 90, whole)).toEqual({ from: whole.to - 90, to: whole.to });
    expect(windowOf(whole.from, whole.from + 2, whole).to - whole.from).toBe(28);
    expect(between({ from: 0, to: 10 }, { from: 10, to: 20 }, 0.5)).toEqual({ from: 5, to: 15 });
  });

  it('shows the renewal and what stands right of today in each span', () => {
    const today = dayOf(timeline.today);
    const term = { from: dayOf(timeline.term_from), to: dayOf(timeline.term_to) };
    expect(spanWindow('all', whole, today, term)).toEqual(whole);
    for (const span of ['term', 'year'] as const) {
      const window = spanWindow(span, whole, today, term);
      expect(window.to).toBeGreaterThan(today + 89);
      expect(window.to).toBeLessThanOrEqual(whole.to);
    }
    expect(spanWindow('term', whole, today, term).from).toBe(term.from);
  });
});

describe('the staircase', () => {
  const proved = provedSteps(timeline.level);
  const claimed = claimedSteps(timeline.level);

  it('has upright risers and level treads, never a slope', () => {
    const path = staircase(proved, whole, x, y);
    expect(path.length).toBeGreaterThan(20);
    path.slice(1).forEach(([px, py], i) => {
      const [bx, by] = path[i] ?? [0, 0];
      expect(px === bx || py === by).toBe(true);
    });
  });

  it('reads the level of any day, zero before the first', () => {
    expect(levelAt(proved, whole.from - 1)).toBe(0);
    expect(levelAt(proved, dayOf('2025-12-24'))).toBe(595_000);
    expect(levelAt(proved, dayOf('2026-07-08'))).toBe(769_000);
  });

  it('hatches only where something is claimed besides', () => {
    const runs = claimedRuns(proved, claimed, whole);
    expect(runs).toHaveLength(1);
    expect(isoOf(runs[0]?.from ?? 0)).toBe('2025-03-24');
    expect(claimedRuns(proved, proved, whole)).toEqual([]);
    expect(claimedAreas(proved, claimed, whole, x, y)).toHaveLength(1);
  });

  it('ends a hatch on the day its claim is proved', () => {
    const runs = claimedRuns(
      [
        { day: 0, value: 1 },
        { day: 50, value: 3 },
      ],
      [
        { day: 0, value: 1 },
        { day: 20, value: 3 },
      ],
      { from: 0, to: 100 },
    );
    expect(runs[0]?.from).toBe(20);
    expect(runs[0]?.to).toBeCloseTo(50);
  });
});

describe('felt value', () => {
  it('halves in a half-life and jumps on a day of news', () => {
    const steps: Step[] = [
      { day: 0, value: 100 },
      { day: 365, value: 150 },
    ];
    expect(feltAt(steps, 364.999, 365)).toBeCloseTo(50, 1);
    expect(feltAt(steps, 365, 365)).toBe(150);
    expect(feltAt(steps, -1, 365)).toBe(0);
  });

  it('is drawn upright on a day of news and falling between', () => {
    const path = feltCurve(
      [
        { day: 0, value: 100 },
        { day: 100, value: 150 },
      ],
      365,
      { from: 0, to: 200 },
      linear({ from: 0, to: 200 }, { from: 0, to: 400 }),
      linear({ from: 0, to: 200 }, { from: 200, to: 0 }),
    );
    const upright = path.filter(([px], i) => path[i + 1]?.[0] === px);
    expect(upright).toHaveLength(1);
    path.slice(1).forEach(([px, py], i) => {
      const [bx, by] = path[i] ?? [0, 0];
      if (px > bx) expect(py).toBeGreaterThanOrEqual(by);
    });
  });

  it("reads Nordhavn's three values of today", () => {
    const now = valuesAt(timeline, dayOf(timeline.today));
    expect(now.proved).toBe(909_000);
    expect(now.claimed).toBe(204_000);
    expect(Math.round(now.felt)).toBe(538_429);
  });
});

describe('lanes', () => {
  const lanes = stackLanes(timeline.lanes, 338, oneLine, 1);

  it('sizes marks by people, never too small to see', () => {
    expect(markRadius(100)).toBeCloseTo(12.8);
    expect(markRadius(null)).toBe(3.6);
    expect(markRadius(100, 2)).toBeCloseTo(25.6);
  });

  it('stacks lanes without gaps or overlaps', () => {
    lanes.slice(1).forEach((lane, i) => {
      expect(lane.top).toBeCloseTo((lanes[i]?.top ?? 0) + (lanes[i]?.height ?? 0));
    });
    expect(lanes.map((l) => l.dimension)[0]).toBe('time');
  });

  it('ends the line of a one-time amount where it leaves the year', () => {
    const revenue = lanes.find((l) => l.dimension === 'revenue')?.rows[0];
    if (revenue === undefined) throw new Error('no revenue');
    const stretches = stretchesOf(revenue, whole, dayOf(timeline.today), x, 31);
    expect(stretches.map((s) => s.look)).toEqual(['proved', 'ahead']);
    expect(stretches[1]?.ends).toBe(true);
  });

  it('walks every mark once', () => {
    expect(walkOrder(lanes)).toHaveLength(15);
  });
});

describe('words', () => {
  it('places verticals so that none overlap and no line crosses words', () => {
    const wanted: Wanted[] = Array.from({ length: 14 }, (_, i) => ({
      key: `v${i}`,
      x: 120 + i * 37,
      strong: 'Story told',
      rest: '21 Aug',
      prefer: 0,
      rank: i,
    }));
    const placed = placeWords(wanted, { from: 0, to: 900 }, 1, guessText).filter((p) => p.row >= 0);
    expect(placed.length).toBeGreaterThan(4);
    const boxes = placed.map((p) => {
      const width = guessText(p.strong, 11, 600) + (p.withRest ? 5 + guessText(p.rest, 11) : 0);
      const left = p.anchor === 'end' ? p.x - 6 - width : p.x + 6;
      return { p, rect: { x: left, y: p.row * 19, width, height: 14 } };
    });
    for (const a of boxes) {
      for (const b of boxes) {
        if (a === b) continue;
        expect(overlap(a.rect, b.rect)).toBe(false);
        const crosses =
          a.p.row === 0 && b.p.row === 1 && a.p.x > b.rect.x && a.p.x < b.rect.x + b.rect.width;
        expect(crosses).toBe(false);
      }
    }
  });

  it('moves labels of one column apart and inside', () => {
    const at = spread(
      [
        { key: 'a', y: 50, height: 28 },
        { key: 'b', y: 52, height: 28 },
        { key: 'c', y: 54, height: 28 },
      ],
      40,
      300,
    );
    const [a = 0, b = 0, c = 0] = ['a', 'b', 'c'].map((k) => at.get(k) ?? 0);
    expect(b - a).toBeGreaterThan(27.8);
    expect(c - b).toBeGreaterThan(27.8);
    expect(a).toBeGreaterThanOrEqual(54);
  });

  it('finds the widest gap between verticals', () => {
    expect(widestGap(0, 100, [20, 90])).toEqual({ from: 20, to: 90 });
  });

  it('names the year in January and at the start, in any locale', () => {
    const labels = (locale: string) =>
      timeTicks(whole, x, locale, 1, guessText).map((t) => t.label);
    expect(labels('en-GB').slice(0, 4)).toEqual(['Sep 2024', 'Jan 2025', 'Apr', 'Jul']);
    expect(labels('de-DE')).toContain('Okt');
  });
});

describe('figures', () => {
  const euros = moneyForm(1_113_000, 'EUR', 'en-GB');

  it('writes all amounts of a picture in one unit', () => {
    expect(writeMoney(euros, 1_000_000)).toBe('€1,000k');
    expect(writeMoney(euros, 146_000, true)).toBe('+€146k');
    expect(writeMoney(euros, -130_000, true)).toBe('−€130k');
    expect(writeMoney(euros, 0)).toBe('€0');
    expect(writeMoney(moneyForm(1_113_000, 'EUR', 'de-DE'), 909_000)).toBe('909\u00A0T€');
    expect(writeMoney(moneyForm(20_000_000, 'USD', 'en-GB'), 12_340_000)).toBe('$12.3M');
    expect(writeMoney(moneyForm(9_000, 'EUR', 'en-GB'), 8_400)).toBe('€8,400');
  });

  it('writes days shortly and changes with their sign', () => {
    expect(writeDay('2024-09-01', 'en-GB')).toBe('1\u00A0Sep\u00A02024');
    expect(writeDay('2026-07-08', 'en-GB', false)).toBe('8\u00A0Jul');
    expect(writeChange(-2, 'en-GB')).toBe('−2');
    expect(writeChange(18, 'en-GB')).toBe('+18');
  });

  it.each([
    ['126,000', 'en-GB', '126000'],
    ['€126,000.50', 'en-GB', '126000.50'],
    ['126.000,50 €', 'de-DE', '126000.50'],
    ['126k', 'en-GB', '126000'],
    ['1.2m', 'en-GB', '1200000'],
    ['12 000', 'en-GB', '12000'],
    ['a lot', 'en-GB', null],
    ['', 'en-GB', null],
  ])('reads %j in %s as %j', (text, locale, amount) => {
    expect(readAmount(text, locale)).toBe(amount);
  });
});
