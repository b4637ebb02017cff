interface Props {
  readonly label: string
  /** What stands before the field; the label itself where nothing is given. */
  readonly face?: string
  readonly value: string
  readonly isBad?: boolean
  readonly onChange: (value: string) => void
}

/** A short field for a number of bytes, or for a value. */
export function NumberField({ label, face = label, value, isBad = false, onChange }: Props) {
  return (
    <label className="hand-field">
      <span>{face}</span>
      <input
        className="mono"
        aria-label={label}
        aria-invalid={isBad}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
