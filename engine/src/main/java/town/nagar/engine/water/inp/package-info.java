/** EPANET's text files of networks, read into the model in SI units. */
@NullMarked
package town.nagar.engine.water.inp;

import org.jspecify.annotations.NullMarked;
