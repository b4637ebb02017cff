import type { SpaceView } from '../../engine/session/index.ts'
import { copyMaps } from '../../state/actions/space.ts'
import { useLab } from '../context.ts'
import { plural } from '../format.ts'

/** The text that the kernel gives of the process's memory, as `cat /proc/self/maps` prints it. */
export function Maps({ space }: { readonly space: SpaceView }) {
  const lab = useLab()
  const lines = space.maps.trimEnd().split('\n')
  return (
    <div className="space-maps">
      <div className="space-bar">
        <p>
          Addresses, permissions, offset in the file, its device and inode, its name.
          {space.mapsLeftOut > 0 && ` ${plural(space.mapsLeftOut, 'more line')} left out.`}
        </p>
        <button type="button" className="button small" onClick={() => void copyMaps(lab)}>
          Copy
        </button>
      </div>
      <section aria-label="/proc/self/maps" className="maps-text mono" {...SCROLLED_BY_KEYS}>
        <pre>
          {lines.map((line) => (
            <span
              key={line.slice(0, line.indexOf(' '))}
              className={line.endsWith('[heap]') ? 'heap' : undefined}
            >
              {`${line}\n`}
            </span>
          ))}
        </pre>
      </section>
    </div>
  )
}

/** A text that scrolls must be scrollable by keys. */
const SCROLLED_BY_KEYS = { tabIndex: 0 } as const
