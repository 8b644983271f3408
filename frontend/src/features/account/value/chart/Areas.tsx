import { points } from '../paths';
import type { Picture } from '../picture';
import type { HatchIds } from './Hatches';
import { Silent } from './Silent';

/**
 * Draws value itself: proved as an area, claimed as a hatch above it, felt as an ink
 * line under the proved one, and after today the same marks, dashed.
 */
export function Areas({ picture, ids }: { picture: Picture; ids: HatchIds }) {
  const { past, ahead } = picture;
  return (
    <Silent fill="none">
      {past !== null && (
        <>
          <polygon points={points(past.area)} fill="var(--green-area)" />
          {past.claimed.map((run) => (
            <polygon key={`${run[0]?.[0]}`} points={points(run)} fill={`url(#${ids.area})`} />
          ))}
          {past.claimedEdges.map((run) => (
            <polyline key={`${run[0]?.[0]}`} points={points(run)} stroke="var(--claim)" />
          ))}
        </>
      )}
      {ahead !== null && <Ahead picture={picture} ids={ids} />}
      {past !== null && (
        <>
          <polyline
            points={points(past.felt)}
            stroke="var(--felt)"
            strokeWidth="1.9"
            strokeLinejoin="round"
          />
          <polyline
            points={points(past.proved)}
            stroke="var(--green)"
            strokeWidth="2.25"
            strokeLinejoin="miter"
            strokeMiterlimit="10"
          />
        </>
      )}
    </Silent>
  );
}

function Ahead({ picture, ids }: { picture: Picture; ids: HatchIds }) {
  const { ahead } = picture;
  if (ahead === null) return null;
  return (
    <>
      <polygon points={points(ahead.area)} fill="var(--green-area)" opacity=".42" />
      {ahead.claimed.map((run) => (
        <polygon
          key={`${run[0]?.[0]}`}
          points={points(run)}
          fill={`url(#${ids.ahead})`}
          opacity=".8"
        />
      ))}
      {ahead.claimedEdges.map((run) => (
        <polyline
          key={`${run[0]?.[0]}`}
          points={points(run)}
          stroke="var(--claim)"
          strokeDasharray="4 3"
          opacity=".7"
        />
      ))}
      <polyline
        points={points(ahead.proved)}
        stroke="var(--green)"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
      <polyline
        points={points(ahead.felt)}
        stroke="var(--felt)"
        strokeWidth="1.5"
        strokeDasharray="1.5 4"
        strokeLinecap="round"
      />
    </>
  );
}
