package kiro.model;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.http.Exchange;
import kiro.http.Exchange.Signal;
import kiro.http.Framing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a provider which models it offers: one short question, whose answer is JSON.
public final class Catalogue {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST = 8 * 1024 * 1024;

    private final ReplyClient client;
    private final WireFailures failures;
    private final Refusal refusal;

    /// @param refusal what a status other than 200 means
    public Catalogue(ReplyClient client, WireFailures failures, Refusal refusal) {
        this.client = client;
        this.failures = failures;
        this.refusal = refusal;
    }

    public Catalogue(ReplyClient client, WireFailures failures) {
        this(client, failures, failures::ofStatus);
    }

    /// Says what a status means.
    @FunctionalInterface
    public interface Refusal {
        ModelFailure of(int status, HttpHeaders headers, byte[] body);
    }

    /// @param names finds the names of models in the answer
    public Offer read(
            URI address, Map<String, String> headers, Function<JsonNode, Stream<String>> names)
            throws InterruptedException {
        try (Exchange exchange = client.question(address, headers)) {
            return follow(exchange, System.nanoTime() + LIMIT.toNanos(), names);
        }
    }

    private Offer follow(Exchange exchange, long until, Function<JsonNode, Stream<String>> names)
            throws InterruptedException {
        Optional<Signal.Head> head = Optional.empty();
        var body = new ByteArrayOutputStream();
        while (body.size() < LONGEST) {
            Optional<Signal> signal = exchange.next(Duration.ofNanos(until - System.nanoTime()));
            if (signal.isEmpty()) {
                return new Offer.Failed(failures.silent("no whole list came", LIMIT));
            }
            switch (signal.get()) {
                case Signal.Head first -> head = Optional.of(first);
                case Signal.Packet packet -> packet.bytes().forEach(part -> add(body, part));
                case Signal.End _ -> {
                    return answered(head.orElseThrow(), body.toByteArray(), names);
                }
                case Signal.Broken broken -> {
                    return new Offer.Failed(failures.ofBroken(broken.cause()));
                }
            }
        }
        return new Offer.Failed(failures.malformed("a list of models without an end"));
    }

    private Offer answered(
            Signal.Head head, byte[] body, Function<JsonNode, Stream<String>> names) {
        if (head.status() != 200) {
            return new Offer.Failed(refusal.of(head.status(), head.headers(), body));
        }
        try {
            List<String> found =
                    names.apply(JsonMapper.shared().readTree(body))
                            .filter(name -> !name.isBlank())
                            .distinct()
                            .sorted()
                            .toList();
            return new Offer.Models(found);
        } catch (JacksonException notJson) {
            String type = head.headers().firstValue("Content-Type").orElse("");
            return new Offer.Failed(failures.notAStream(Framing.WHOLE, type, body));
        }
    }

    private static void add(ByteArrayOutputStream body, ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        body.writeBytes(copy);
    }
}
