// The worker in which pdf.js takes PDFs apart: a file of our own origin, under the same policy as the window.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
