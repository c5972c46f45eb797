/** Once the page is there, so that it does not wait for what is only needed without a network. */
if ('serviceWorker' in navigator) window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined))

export {}
