/**
 * How far a result can be trusted: runs on uncertain inputs, in pairs, until it is close enough.
 */
@NullMarked
package town.nagar.engine.uncertainty;

import org.jspecify.annotations.NullMarked;
