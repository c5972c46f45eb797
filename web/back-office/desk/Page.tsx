import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly note?: string | undefined
  readonly end?: ReactNode
  readonly children: ReactNode
}

/** A page of the desk. Its heading is where the keyboard goes on when it opens. */
export function Page({ title, note, end, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Back office`
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <>
      <div className="head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {note !== undefined && <p>{note}</p>}
        {end !== undefined && <div className="end">{end}</div>}
      </div>
      <div className="folds" aria-hidden="true" />
      {children}
    </>
  )
}
