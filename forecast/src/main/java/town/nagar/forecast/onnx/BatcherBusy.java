package town.nagar.forecast.onnx;

/** A request that is not answered, because too many wait or it waited too long. */
public final class BatcherBusy extends Exception {
    BatcherBusy(String reason) {
        super(reason);
    }
}
