/** The service that predicts, over HTTP, beside a Data API that also misbehaves. */
@NullMarked
package town.nagar.forecast.serving;

import org.jspecify.annotations.NullMarked;
