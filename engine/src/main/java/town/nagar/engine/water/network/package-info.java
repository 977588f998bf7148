/** A water network as it was designed: what it is made of, in SI units, before any water moves. */
@NullMarked
package town.nagar.engine.water.network;

import org.jspecify.annotations.NullMarked;
