package kiro.model;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.http.Exchange;
import kiro.http.Framing;
import kiro.http.WholeAnswer;
import kiro.text.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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
            return switch (WholeAnswer.of(exchange, LIMIT, LONGEST)) {
                case WholeAnswer.Whole whole -> answered(whole, names);
                case WholeAnswer.Late _ ->
                        new Offer.Failed(failures.silent("no whole list came", LIMIT));
                case WholeAnswer.TooLong _ ->
                        new Offer.Failed(failures.malformed("a list of models without an end"));
                case WholeAnswer.Broken broken ->
                        new Offer.Failed(failures.ofBroken(broken.cause()));
            };
        }
    }

    private Offer answered(WholeAnswer.Whole whole, Function<JsonNode, Stream<String>> names) {
        if (whole.status() != 200) {
            return new Offer.Failed(refusal.of(whole.status(), whole.headers(), whole.body()));
        }
        try {
            List<String> found =
                    names.apply(Json.read(whole.body()))
                            .filter(name -> !name.isBlank())
                            .distinct()
                            .sorted()
                            .toList();
            return new Offer.Models(found);
        } catch (JacksonException notJson) {
            String type = whole.headers().firstValue("Content-Type").orElse("");
            return new Offer.Failed(failures.notAStream(Framing.WHOLE, type, whole.body()));
        }
    }
}
