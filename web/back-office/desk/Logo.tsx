export function Logo() {
  return (
    <svg viewBox="0 0 45 32" fill="none" aria-hidden="true">
      <path fill="var(--red)" d="M33.5 1H44v15H33.5z" />
      <path stroke="currentColor" strokeWidth="1.5" d="M.75.75h43.5v30.5H.75zM22.5 1v30M22.5 16H44M33.5 1v15" />
    </svg>
  )
}
