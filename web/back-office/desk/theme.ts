import { Checkbox, createTheme, Modal, type VariantColorsResolver } from '@mantine/core'

/** Ink on paper, and red for what cannot be taken back: the names of web/design's tokens. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const [tone, deep, on] = color === 'red' ? ['var(--red)', 'var(--red-deep)', 'var(--on-red)'] : ['var(--ink)', 'var(--ink-2)', 'var(--on-ink)']
  if (variant === 'filled') return { background: tone, hover: deep, color: on, border: `1px solid ${tone}` }
  const edge = color === 'red' ? tone : 'var(--control)'
  return { background: 'transparent', hover: 'var(--wash)', color: tone, border: variant === 'subtle' ? '1px solid transparent' : `1px solid ${edge}` }
}

export const theme = createTheme({
  fontFamily: 'var(--plain)',
  defaultRadius: 0,
  focusRing: 'never',
  variantColorResolver,
  components: {
    // The lock of the scroll bar writes a style element, which the policy refuses.
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'var(--on-ink)' } }),
    // Its header is no second banner of the page.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true, attributes: { header: { role: 'presentation' } }, closeButtonProps: { 'aria-label': 'Close' } } }),
  },
})
