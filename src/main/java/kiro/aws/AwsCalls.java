package kiro.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kiro.http.Connections;
import kiro.http.Exchange;
import kiro.http.Request;
import kiro.http.WholeAnswer;

/// Short calls to the services that lend credentials.
final class AwsCalls implements AutoCloseable {
    /// How long a service on the network may take.
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final int LONGEST = 1024 * 1024;

    private final Connections connections = new Connections();
    private final int longest;

    AwsCalls() {
        this(LONGEST);
    }

    /// @param longest how many bytes an answer may have
    AwsCalls(int longest) {
        this.longest = longest;
    }

    /// @param body empty for a request without one
    record Call(
            String method,
            URI address,
            Map<String, String> headers,
            Optional<String> body,
            Duration limit) {
        static Call get(URI address, Map<String, String> headers, Duration limit) {
            return new Call("GET", address, headers, Optional.empty(), limit);
        }

        /// Without what it is signed with.
        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    /// What came of a call.
    sealed interface Reply {
        record Answered(int status, HttpHeaders headers, String body) implements Reply {
            /// Without what it says, which may be credentials.
            @Override
            public String toString() {
                return "HTTP " + status;
            }
        }

        record Unreachable(Trouble trouble) implements Reply {}
    }

    Reply make(Call call) throws InterruptedException {
        var headers = new HashMap<>(call.headers());
        headers.put("User-Agent", "openkiro");
        var request =
                new Request(
                        call.method(),
                        call.address(),
                        headers,
                        call.body().map(text -> text.getBytes(UTF_8)).stream().toList());
        try (Exchange exchange = Exchange.start(connections, request)) {
            return switch (WholeAnswer.of(exchange, call.limit(), longest)) {
                case WholeAnswer.Whole whole ->
                        new Reply.Answered(
                                whole.status(), whole.headers(), new String(whole.body(), UTF_8));
                case WholeAnswer.Late _ -> passing("it does not answer in time");
                case WholeAnswer.TooLong _ -> passing("its answer is too long");
                case WholeAnswer.Broken broken -> new Reply.Unreachable(trouble(broken));
            };
        }
    }

    private static Reply passing(String reason) {
        return new Reply.Unreachable(Trouble.passing(reason));
    }

    private static Trouble trouble(WholeAnswer.Broken broken) {
        String reason = lower(broken.reason());
        return broken.fix()
                .map(fix -> new Trouble(reason, fix, false))
                .orElseGet(() -> Trouble.passing(reason));
    }

    private static String lower(String said) {
        return said.isEmpty() ? said : Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    @Override
    public void close() {
        connections.close();
    }
}
