/** Proofs of the TNTP readers and the command. */
@NullMarked
package town.nagar.engine.traffic.tntp;

import org.jspecify.annotations.NullMarked;
