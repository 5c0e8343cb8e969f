package kiro.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When a server says that it may be asked again: in seconds, or as a date.
public final class RetryAfter {
    private RetryAfter() {}

    public static Optional<Duration> of(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> read(text, headers, clock));
    }

    private static Optional<Duration> read(String text, HttpHeaders headers, Clock clock) {
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Optional.of(
                    Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
        }
        // The server's own clock is the one that its date refers to.
        Instant now =
                headers.firstValue("Date").flatMap(RetryAfter::date).orElseGet(clock::instant);
        return date(text)
                .map(then -> Duration.between(now, then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
