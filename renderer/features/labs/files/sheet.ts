// What the viewer shows, whatever it came from: pages that are drawn to a width. A picture is one page.
export interface Sheet {
  kind: 'pages' | 'picture'
  pages: number
  sizeOf(page: number): Promise<{ width: number; height: number }>
  draw(page: number, canvas: HTMLCanvasElement, wanted: { width: number; density: number }): Promise<void>
  close(): void
}

/** points of the canvas of a picture */
const MOST_DRAWN = 24_000_000

export function pictureSheet(bitmap: ImageBitmap): Sheet {
  const { width, height } = bitmap
  return {
    kind: 'picture',
    pages: 1,
    sizeOf: () => Promise.resolve({ width, height }),
    async draw(_page, canvas, wanted) {
      const scale = Math.min((wanted.width * wanted.density) / width, Math.sqrt(MOST_DRAWN / (width * height)))
      canvas.width = Math.max(1, Math.round(width * scale))
      canvas.height = Math.max(1, Math.round(height * scale))
      const context = canvas.getContext('2d')
      if (context !== null) context.imageSmoothingQuality = 'high'
      context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    },
    close: () => bitmap.close(),
  }
}
