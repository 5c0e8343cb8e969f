package kiro.spec.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the words for being within or over the rate limit, beside the limit that the spec states.
final class LimitReader {
    private final Optional<RateLimit> limit;
    private final Objections objections;

    LimitReader(Optional<RateLimit> limit, Objections objections) {
        this.limit = limit;
        this.objections = objections;
    }

    Condition read(Meaning meaning) {
        requireWindow(meaning);
        return switch (meaning.tree().name()) {
            case "NthRequest" -> nth(meaning);
            case "FirstRequests" -> first(meaning);
            default -> over(meaning);
        };
    }

    /// A stretch of time that the sentence names must be the limit's.
    private void requireWindow(Meaning meaning) {
        Optional<Duration> window =
                meaning.tree()
                        .first("Window")
                        .flatMap(node -> StatementReader.window(meaning.of(node)));
        if (window.isPresent() && limit.isPresent() && !window.get().equals(limit.get().window())) {
            objections.add("the stretch of time is not the one of the rate limit");
        }
    }

    private Condition nth(Meaning meaning) {
        OptionalInt before = count(meaning, "AfterCount");
        if (before.isPresent()) {
            return counted(OptionalInt.of(before.getAsInt() + 1));
        }
        OptionalInt request =
                meaning.token("Nth")
                        .or(() -> meaning.token("NthNumber"))
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.empty());
        return counted(request);
    }

    private static OptionalInt count(Meaning meaning, String node) {
        return meaning.token(node).map(Token::key).map(Numbers::whole).orElse(OptionalInt.empty());
    }

    private Condition counted(OptionalInt request) {
        if (request.isEmpty() || limit.isEmpty()) {
            objections.add("the spec states no rate limit to count requests against");
            return new Condition.OverLimit(request);
        }
        return request.getAsInt() > limit.get().count()
                ? new Condition.OverLimit(request)
                : new Condition.WithinLimit(request);
    }

    private Condition first(Meaning meaning) {
        OptionalInt request =
                meaning.token("FirstCount")
                        .or(() -> meaning.token("LastAllowed"))
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.empty());
        if (request.isPresent() && (limit.isEmpty() || request.getAsInt() > limit.get().count())) {
            objections.add("the spec's rate limit does not allow so many requests");
        }
        return new Condition.WithinLimit(request);
    }

    private Condition over(Meaning meaning) {
        Optional<Token> count = meaning.token("LimitCount");
        if (count.isEmpty()) {
            return new Condition.OverLimit(OptionalInt.empty());
        }
        OptionalInt allowed = Numbers.whole(count.get().key());
        boolean isOther =
                allowed.isEmpty()
                        || (limit.isPresent() && limit.get().count() != allowed.getAsInt());
        if (isOther) {
            objections.add("%s is not the spec's rate limit".formatted(count.get().text()));
            return new Condition.OverLimit(OptionalInt.empty());
        }
        return new Condition.OverLimit(OptionalInt.of(allowed.getAsInt() + 1));
    }
}
