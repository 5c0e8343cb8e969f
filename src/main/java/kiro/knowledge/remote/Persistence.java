package kiro.knowledge.remote;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kiro.http.RetryAfter;
import kiro.knowledge.remote.JsonClient.Reply;

/// Asks again where that may help: a few times, after a while that grows, or that the service asks for.
public final class Persistence {
    private static final int MOST_TRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RandomGenerator random;
    private final Clock clock;
    private final Sleep sleep;

    public Persistence(RandomGenerator random, Clock clock, Sleep sleep) {
        this.random = random;
        this.clock = clock;
        this.sleep = sleep;
    }

    /// Waits.
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }

    /// A request, made anew each time.
    @FunctionalInterface
    interface Asking {
        Reply ask() throws InterruptedException;
    }

    Reply ask(Asking asking) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            Reply reply = asking.ask();
            boolean mayPass =
                    switch (reply) {
                        case Reply.Answered answer ->
                                !answer.isGood() && Refusal.of(answer).mayPass();
                        case Reply.Broken _ -> true;
                    };
            if (!mayPass || tries == MOST_TRIES) {
                return reply;
            }
            Optional<Duration> asked =
                    reply instanceof Reply.Answered answer
                            ? asked(answer.headers())
                            : Optional.empty();
            if (asked.filter(time -> time.compareTo(LONGEST_WAIT) > 0).isPresent()) {
                return reply;
            }
            sleep.sleep(asked.orElse(grown(tries)));
        }
    }

    private Optional<Duration> asked(HttpHeaders headers) {
        return RetryAfter.of(headers, clock).filter(Duration::isPositive);
    }

    private Duration grown(int tries) {
        double jittered =
                FIRST_WAIT.toMillis() * (1 << (tries - 1)) * (0.75 + random.nextDouble() / 2);
        return Duration.ofMillis(Math.round(jittered));
    }
}
