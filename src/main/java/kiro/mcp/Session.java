package kiro.mcp;

import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kiro.tool.Form;
import kiro.tool.FormAnswer;
import kiro.tool.Person;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Talking to one server, a request at a time. The thread that asks waits, with a deadline; it also puts the
/// server's questions to the person, so that an interruption ends all of it. While a person is asked, the clock of
/// the request stands still.
final class Session implements AutoCloseable {
    /// The deadlines are kept here, where they can be cancelled and stopped.
    private static final Duration NEVER = Duration.ofDays(7);

    /// How long a server on the network may take to let a session go.
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    private final String server;
    private final WatchedTransport transport;
    private final CompletableFuture<String> ended;
    private final Person person;
    private final McpAsyncClient client;
    private final Map<String, Consumer<String>> followers = new ConcurrentHashMap<>();
    private final AtomicLong tokens = new AtomicLong();

    /// Held while a request is under way: whoever waits for another can be interrupted.
    private final ReentrantLock talking = new ReentrantLock();

    private volatile @Nullable BlockingQueue<Happening> asking;

    /// @param ended completed with the reason when the server is gone
    /// @param root the folder that the server is told to work in
    Session(
            String server,
            WatchedTransport transport,
            CompletableFuture<String> ended,
            Person person,
            McpSchema.Root root,
            String version) {
        this.server = server;
        this.transport = transport;
        this.ended = ended;
        this.person = person;
        this.client =
                McpClient.async(transport)
                        .requestTimeout(NEVER)
                        .initializationTimeout(NEVER)
                        .clientInfo(Implementation.builder("kiro", version).build())
                        .capabilities(
                                ClientCapabilities.builder()
                                        .roots(false)
                                        .elicitation(true, true)
                                        .build())
                        .roots(root)
                        .elicitation(form -> put(ElicitedForms.of(server, form)))
                        .urlElicitation(form -> put(ElicitedForms.of(server, form)))
                        .progressConsumer(this::progressed)
                        .jsonSchemaValidator(Json.NO_VALIDATION)
                        .build();
        var _ = ended.thenAccept(reason -> tell(new Happening.Ended(reason)));
    }

    /// What a waiting thread is woken by.
    private sealed interface Happening {
        record Answered(Object answer) implements Happening {}

        record Failed(Throwable why) implements Happening {}

        record Ended(String reason) implements Happening {}

        record Asked(Form form, CompletableFuture<ElicitResult> answer) implements Happening {}
    }

    /// The token under which a server is to tell how far it has come with a call.
    String follow(Consumer<String> news) {
        String token = "kiro-" + tokens.incrementAndGet();
        followers.put(token, news);
        return token;
    }

    void forget(String token) {
        followers.remove(token);
    }

    private Mono<Void> progressed(McpSchema.ProgressNotification progress) {
        return Mono.fromRunnable(() -> {
            Consumer<String> news = followers.get(String.valueOf(progress.progressToken()));
            if (news != null) {
                news.accept(Progress.words(progress));
            }
        });
    }

    InitializeResult open(Duration limit) throws InterruptedException {
        return await(client::initialize, limit);
    }

    McpAsyncClient client() {
        return client;
    }

    /// Whether the server has said since this was asked last that it offers something else now.
    boolean takeChange() {
        return transport.takeChange();
    }

    boolean isOver() {
        return ended.isDone();
    }

    /// Makes a request and waits for its answer.
    ///
    /// @throws McpFailure when there is none
    <T> T ask(Function<McpAsyncClient, Mono<T>> request, Duration limit)
            throws InterruptedException {
        talking.lockInterruptibly();
        try {
            return await(() -> request.apply(client), limit);
        } finally {
            talking.unlock();
        }
    }

    private <T> T await(Supplier<Mono<T>> request, Duration limit) throws InterruptedException {
        var happenings = new LinkedBlockingQueue<Happening>();
        asking = happenings;
        try {
            if (ended.isDone()) {
                throw new McpFailure(McpFailure.Kind.GONE, ended.join());
            }
            CompletableFuture<T> answer = request.get().toFuture();
            var _ =
                    answer.whenComplete((value, why) ->
                            happenings.add(
                                    why == null
                                            ? new Happening.Answered(value)
                                            : new Happening.Failed(why)));
            return attend(happenings, answer, limit);
        } finally {
            asking = null;
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T attend(
            BlockingQueue<Happening> happenings, CompletableFuture<T> answer, Duration limit)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                Happening happening =
                        happenings.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                switch (happening) {
                    case null -> {
                        giveUp(answer, "it took longer than " + limit.toMillis() + " ms");
                        throw new McpFailure(
                                McpFailure.Kind.SILENT,
                                "it did not answer within " + Spans.words(limit));
                    }
                    case Happening.Answered answered -> {
                        return (T) answered.answer();
                    }
                    case Happening.Failed failed -> throw Failures.of(failed.why());
                    case Happening.Ended gone ->
                            throw new McpFailure(McpFailure.Kind.GONE, gone.reason());
                    case Happening.Asked asked -> {
                        long begun = System.nanoTime();
                        asked.answer().complete(answer(asked.form()));
                        deadline += System.nanoTime() - begun;
                    }
                }
            }
        } catch (InterruptedException stopped) {
            giveUp(answer, "the run was stopped");
            throw stopped;
        }
    }

    private ElicitResult answer(Form form) throws InterruptedException {
        FormAnswer answer = person.ask(form);
        return ElicitedForms.result(form, answer);
    }

    private void giveUp(CompletableFuture<?> answer, String reason) {
        transport.cancelLast(reason);
        answer.cancel(true);
    }

    /// A question of the server, which whoever waits for it puts to the person; where nobody waits, it is declined.
    private Mono<ElicitResult> put(Form form) {
        var answer = new CompletableFuture<ElicitResult>();
        if (!tell(new Happening.Asked(form, answer))) {
            return Mono.just(ElicitedForms.result(form, new FormAnswer.Declined()));
        }
        return Mono.fromFuture(answer);
    }

    private boolean tell(Happening happening) {
        BlockingQueue<Happening> waiting = asking;
        return waiting != null && waiting.offer(happening);
    }

    @Override
    public void close() {
        ended.complete("it was closed");
        try {
            client.closeGracefully().toFuture().get(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException deaf) {
            transport.close();
        } catch (InterruptedException hurried) {
            transport.close();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return server;
    }
}
