/** Prints the milliseconds that a fresh process takes to load an estimator and to get its first estimate. */

const start = performance.now();
const { estimators } = await import('./estimators.mjs');
const { estimate } = await estimators[process.argv[2]]();
estimate('correct horse');
console.log(performance.now() - start);
