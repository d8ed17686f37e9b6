// A utility process with nothing to do.
setInterval(() => undefined, 2 ** 30)
