package town.nagar.forecast.onnx;

/** How an exported net's weights are stored. */
public enum Precision {
    /** As they were trained. */
    FP32,
    /** Half the file, computed in 32 bits all the same. */
    FP16,
    /** The memory layers in 8 bits, computed in integers: the fastest, the least exact. */
    INT8
}
