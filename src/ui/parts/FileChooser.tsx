interface Props {
  readonly name: string
  readonly className: string
  /** Endings that the browser's dialog offers, `.c,.h`. */
  readonly accept: string
  readonly onFiles: (files: readonly File[]) => void
}

/** A button that lets files be chosen from the disk, several at once. */
export function FileChooser({ name, className, accept, onFiles }: Props) {
  return (
    <label className={className}>
      {name}
      <input
        className="sr"
        type="file"
        multiple
        accept={accept}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
    </label>
  )
}
