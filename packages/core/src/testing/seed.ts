/**
 * Every generated test starts from this seed, so a run is the same today and tomorrow. A failure prints the seed and
 * the path to the smallest counterexample; both are kept with the test that is then written for it.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_120, verbose: 1 });
