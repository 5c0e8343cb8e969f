package kiro.aws;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The time as AWS has it: signatures of another time are refused, and not every machine's clock is right.
public final class ServerTime {
    /// AWS takes what is up to five minutes off.
    private static final Duration TOLERATED = Duration.ofMinutes(4);

    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    public ServerTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().plus(ahead);
    }

    /// The clock of this machine, by which those go that share files on it.
    Clock machine() {
        return clock;
    }

    /// Follows the date of a response where it is far off; answers whether it was.
    public boolean correct(HttpHeaders headers) {
        Optional<Duration> off =
                headers.firstValue("Date")
                        .flatMap(ServerTime::date)
                        .map(date -> Duration.between(now(), date))
                        .filter(each -> each.abs().compareTo(TOLERATED) > 0);
        off.ifPresent(each -> ahead = ahead.plus(each));
        return off.isPresent();
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
