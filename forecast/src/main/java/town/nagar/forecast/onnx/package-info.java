/** Trained nets as ONNX files, and ONNX Runtime that serves them, many requests at once. */
@NullMarked
package town.nagar.forecast.onnx;

import org.jspecify.annotations.NullMarked;
