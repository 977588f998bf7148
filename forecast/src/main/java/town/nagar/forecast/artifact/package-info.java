/** Trained models as files: a changed byte is seen, and no half-read model is ever used. */
@NullMarked
package town.nagar.forecast.artifact;

import org.jspecify.annotations.NullMarked;
