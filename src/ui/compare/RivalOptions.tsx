import { findAllocator } from '../../engine/allocators/catalog.ts'
import { allocatorName, optionsOf, type Rival, setRivalOption } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { OptionField } from '../parts/OptionField.tsx'
import { Popover } from '../parts/Popover.tsx'

/** The options of a rival's allocator. Absent where it has none. */
export function RivalOptions({ rival: { key, allocator } }: { readonly rival: Rival }) {
  const lab = useLab()
  const spec = findAllocator(allocator.id)
  if (spec === undefined || spec.options.length === 0) return null
  const values = optionsOf(spec, allocator.options)
  return (
    <Popover
      label={`Options of ${allocatorName(allocator)}`}
      className="button small"
      panelClass="rival-options"
      face="Options ▾"
    >
      {() => (
        <div className="options">
          {spec.options.map((option) => (
            <OptionField
              key={option.key}
              option={option}
              value={values[option.key]!}
              onSet={(value) => setRivalOption(lab, key, option.key, value)}
            />
          ))}
        </div>
      )}
    </Popover>
  )
}
