/** The fills that mean "claimed": a hatch for the areas, a fainter one for what is to come, a fine one for marks. */
export interface HatchIds {
  readonly area: string;
  readonly ahead: string;
  readonly mark: string;
}

/** Makes the ids of the hatches of one picture; two pictures on a page must not share them. */
export function hatchIds(id: string): HatchIds {
  return { area: `hatch-area-${id}`, ahead: `hatch-ahead-${id}`, mark: `hatch-mark-${id}` };
}

/** Defines the hatches: 45 degrees, a pitch of five pixels in areas. */
export function Hatches({ ids }: { ids: HatchIds }) {
  return (
    <defs>
      <Hatch id={ids.area} pitch={5} paper stroke="var(--claim)" width={1.5} />
      <Hatch id={ids.ahead} pitch={5} stroke="var(--line-2)" width={1.3} />
      <Hatch id={ids.mark} pitch={3.5} paper stroke="var(--claim)" width={1.3} />
    </defs>
  );
}

function Hatch(props: {
  id: string;
  pitch: number;
  paper?: boolean;
  stroke: string;
  width: number;
}) {
  const { id, pitch, paper = false, stroke, width } = props;
  return (
    <pattern
      id={id}
      width={pitch}
      height={pitch}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      {paper && <rect width={pitch} height={pitch} fill="var(--paper)" />}
      <line x1="0" y1="0" x2="0" y2={pitch} stroke={stroke} strokeWidth={width} />
    </pattern>
  );
}
