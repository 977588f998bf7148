package town.nagar.forecast.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Answers requests of many threads together: one thread gathers those that wait and asks the net
 * once for all.
 */
public final class Batcher implements AutoCloseable {
    /** One sequence, and who waits for its number. */
    private static final class Request {
        private final float[][] sequence;
        private final CompletableFuture<Float> answer = new CompletableFuture<>();

        private Request(float[][] sequence) {
            this.sequence = sequence;
        }
    }

    private final Function<float[][][], float[]> net;
    private final BatcherSettings settings;
    private final BlockingQueue<Request> waiting;
    private final Thread gatherer;
    private volatile boolean closed;

    private Batcher(Function<float[][][], float[]> net, BatcherSettings settings) {
        this.net = net;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.queue());
        this.gatherer = Thread.ofPlatform().daemon().name("batcher").unstarted(this::gather);
    }

    /** Starts gathering for a net, such as {@link OnnxModel#predict}; to be closed. */
    public static Batcher start(Function<float[][][], float[]> net, BatcherSettings settings) {
        Batcher batcher = new Batcher(net, settings);
        batcher.gatherer.start();
        return batcher;
    }

    /**
     * The net's number for one sequence; waits for it.
     *
     * @throws BatcherBusy if the queue is full or the patience is over
     * @throws IllegalArgumentException and others, as the net refuses this sequence
     * @throws IllegalStateException if the batcher is closed
     */
    public float predict(float[][] sequence) throws BatcherBusy, InterruptedException {
        return answer(ask(sequence));
    }

    private Request ask(float[][] sequence) throws BatcherBusy {
        Request request = new Request(sequence);
        if (!waiting.offer(request)) {
            throw new BatcherBusy("%d requests wait already".formatted(settings.queue()));
        }
        if (closed) {
            refuseAll();
        }
        return request;
    }

    /**
     * The net's numbers for several sequences, of which at most a batch waits at a time.
     *
     * @throws BatcherBusy as for one
     */
    public float[] predictAll(List<float[][]> sequences) throws BatcherBusy, InterruptedException {
        float[] answers = new float[sequences.size()];
        for (int from = 0; from < answers.length; from += settings.most()) {
            int to = Math.min(answers.length, from + settings.most());
            List<Request> requests = new ArrayList<>();
            for (float[][] sequence : sequences.subList(from, to)) {
                requests.add(ask(sequence));
            }
            for (int i = from; i < to; i++) {
                answers[i] = answer(requests.get(i - from));
            }
        }
        return answers;
    }

    private float answer(Request request) throws BatcherBusy, InterruptedException {
        try {
            return request.answer.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            waiting.remove(request);
            throw new BatcherBusy("no answer within " + settings.patience());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refusal
                    ? refusal
                    : new IllegalStateException(e.getCause());
        }
    }

    /** How many requests wait to be gathered. */
    public int waiting() {
        return waiting.size();
    }

    private void gather() {
        List<Request> batch = new ArrayList<>(settings.most());
        try {
            while (!closed) {
                batch.add(waiting.take());
                fill(batch);
                answer(batch);
                batch.clear();
            }
        } catch (InterruptedException _) {
            // closed meanwhile
        } finally {
            closed = true;
            batch.forEach(Batcher::refuse);
            refuseAll();
        }
    }

    private void fill(List<Request> batch) throws InterruptedException {
        long end = System.nanoTime() + settings.gathering().toNanos();
        waiting.drainTo(batch, settings.most() - batch.size());
        while (batch.size() < settings.most()) {
            Request next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }

    /** All at once; where the net refuses that, one by one, so that each bears its own fault. */
    private void answer(List<Request> batch) {
        try {
            float[] answers = ask(batch);
            for (int i = 0; i < answers.length; i++) {
                batch.get(i).answer.complete(answers[i]);
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().answer.completeExceptionally(e);
            } else {
                batch.forEach(request -> answer(List.of(request)));
            }
        }
    }

    private float[] ask(List<Request> batch) {
        float[][][] sequences = new float[batch.size()][][];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = batch.get(i).sequence;
        }
        float[] answers = net.apply(sequences);
        if (answers.length != sequences.length) {
            throw new IllegalStateException(
                    "%d answers to %d requests".formatted(answers.length, sequences.length));
        }
        return answers;
    }

    private void refuseAll() {
        List<Request> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(Batcher::refuse);
    }

    private static void refuse(Request request) {
        request.answer.completeExceptionally(new IllegalStateException("the batcher is closed"));
    }

    /** Refuses what waits and what comes. */
    @Override
    public void close() {
        closed = true;
        gatherer.interrupt();
    }
}
