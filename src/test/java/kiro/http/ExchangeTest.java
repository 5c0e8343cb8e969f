package kiro.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import kiro.testing.Certificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @ParameterizedTest
    @Tag("connections#AC-1")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 11\r\nX-A: b\r\n\r\nhello world",
                "HTTP/1.1 200 OK\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "5\r\nhello\r\n1;x=y\r\n \r\n05\r\nworld\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.0 200 OK\r\nx-a:b\r\n\r\nhello world",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                        + "HTTP/1.1 200\nX-A: b\nConnection: close\n\nhello world",
            })
    void a_body_is_the_same_however_it_is_framed_and_cut(String response) throws Exception {
        for (int cut = 1; cut < response.length(); cut++) {
            int at = cut;
            try (var server =
                            Served.plain(connection -> {
                                Served.request(connection);
                                connection.setTcpNoDelay(true);
                                Served.say(connection, response.substring(0, at));
                                Served.say(connection, response.substring(at));
                            });
                    var connections = new Connections()) {
                assertThat(seen(connections, get(server.address("/a?b=c"))))
                        .as("cut at %d", cut)
                        .isEqualTo("200 b hello world");
            }
        }
    }

    @ParameterizedTest
    @Tag("connections#AC-2")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nhello world",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nhello world",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8000000000000000\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 11\r\n\r\nhello world",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\n : no name\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: cut",
                "HTTP/2 200\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n",
                "",
            })
    void what_is_not_whole_breaks_the_exchange(String response) throws Exception {
        try (var server =
                        Served.plain(connection -> {
                            Served.request(connection);
                            Served.say(connection, response);
                        });
                var connections = new Connections()) {
            assertThat(seen(connections, get(server.address("/")))).endsWith("broken");
        }
    }

    @Test
    @Tag("connections#AC-3")
    void a_connection_serves_one_request_after_another() throws Exception {
        try (var server = Served.answering(OK);
                var connections = new Connections()) {
            for (int i = 0; i < 5; i++) {
                assertThat(seen(connections, post(server.address("/"), "body")))
                        .isEqualTo("200 - ok");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    @Tag("connections#AC-3")
    void a_connection_that_its_server_closed_serves_no_more() throws Exception {
        try (var server =
                        Served.plain(connection -> {
                            Served.request(connection);
                            Served.say(connection, OK);
                        });
                var connections = new Connections()) {
            for (int i = 0; i < 3; i++) {
                assertThat(seen(connections, get(server.address("/")))).isEqualTo("200 - ok");
                assertThat(server.hasEndedOne()).isTrue();
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    @Tag("connections#AC-3")
    void what_a_server_says_unasked_is_no_answer_to_the_next_request() throws Exception {
        try (var server = Served.answering(OK + "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad");
                var connections = new Connections()) {
            for (int i = 0; i < 3; i++) {
                assertThat(seen(connections, get(server.address("/")))).isEqualTo("200 - ok");
            }
        }
    }

    @ParameterizedTest
    @Tag("connections#AC-3")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2\r\nok\r\n0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: Close\r\n\r\nok",
            })
    void a_connection_whose_next_response_is_in_doubt_serves_no_more(String response)
            throws Exception {
        try (var server = Served.answering(response);
                var connections = new Connections()) {
            assertThat(seen(connections, get(server.address("/")))).isEqualTo("200 - ok");
            assertThat(seen(connections, get(server.address("/")))).isEqualTo("200 - ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    @Tag("connections#AC-3")
    void a_length_that_is_said_twice_alike_is_one() throws Exception {
        try (var server =
                        Served.answering(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok");
                var connections = new Connections()) {
            assertThat(seen(connections, get(server.address("/")))).isEqualTo("200 - ok");
        }
    }

    @Test
    @Tag("connections#AC-4")
    void an_answer_before_the_request_was_read_is_handed_on() throws Exception {
        try (var server =
                        Served.plain(connection -> {
                            connection.getInputStream().readNBytes(100);
                            Served.say(
                                    connection,
                                    "HTTP/1.1 413 Too Large\r\nContent-Length: 5\r\n\r\nlarge");
                            connection.shutdownOutput();
                            connection.getInputStream().readAllBytes();
                        });
                var connections = new Connections()) {
            assertThat(seen(connections, post(server.address("/"), "x".repeat(20_000_000))))
                    .isEqualTo("413 - large");
        }
    }

    @Test
    @Tag("connections#AC-5")
    void a_secure_connection_needs_a_certificate_that_is_trusted_and_names_the_host(
            @TempDir Path folder) throws Exception {
        SSLContext known = Certificates.of(folder, "localhost");
        ServerSocket socket =
                known.getServerSocketFactory()
                        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        try (var server =
                        Served.on(
                                socket,
                                connection -> {
                                    while (!Served.request(connection).isEmpty()) {
                                        Served.say(connection, OK);
                                    }
                                });
                var trusting = new Connections(() -> known, _ -> Proxy.NO_PROXY);
                var others = new Connections()) {
            URI named = URI.create("https://localhost:" + server.port() + "/");
            URI unnamed = URI.create("https://127.0.0.1:" + server.port() + "/");

            assertThat(seen(trusting, get(named))).isEqualTo("200 - ok");
            assertThat(seen(trusting, get(named))).isEqualTo("200 - ok");
            assertThat(seen(trusting, get(unnamed))).isEqualTo("broken");
            assertThat(seen(others, get(named))).isEqualTo("broken");
        }
    }

    @Test
    @Tag("connections#AC-6")
    void closing_an_exchange_closes_its_connection() throws Exception {
        try (var server =
                        Served.plain(connection -> {
                            Served.request(connection);
                            Served.say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na");
                            connection.getInputStream().readAllBytes();
                        });
                var connections = new Connections()) {
            try (Exchange exchange = Exchange.start(connections, get(server.address("/")))) {
                assertThat(exchange.next(PATIENCE)).isPresent();
            }
            assertThat(server.hasEndedOne()).isTrue();
        }
    }

    @ParameterizedTest
    @Tag("connections#AC-6")
    @ValueSource(booleans = {false, true})
    void closing_an_exchange_in_the_middle_of_a_handshake_closes_its_connection(boolean isProxied)
            throws Exception {
        try (var server =
                        Served.plain(connection -> {
                            if (isProxied) {
                                Served.request(connection);
                                Served.say(connection, "HTTP/1.1 200 OK\r\n\r\n");
                            }
                            connection.getInputStream().readAllBytes();
                        });
                var connections =
                        new Connections(
                                SSLContext::getDefault,
                                _ -> isProxied ? proxy(server.port()) : Proxy.NO_PROXY)) {
            URI address = URI.create("https://localhost:" + server.port() + "/");
            try (Exchange exchange = Exchange.start(connections, get(address))) {
                assertThat(exchange.next(Duration.ofMillis(500))).isEmpty();
            }
            assertThat(server.hasEndedOne()).isTrue();
        }
    }

    private static Proxy proxy(int port) {
        return new Proxy(
                Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @Test
    @Tag("connections#AC-10")
    void a_proxy_is_told_the_whole_address_of_what_nothing_encrypts() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        try (var server =
                        Served.plain(connection -> {
                            for (String head = Served.request(connection);
                                    !head.isEmpty();
                                    head = Served.request(connection)) {
                                lines.add(head.lines().limit(2).toList().toString());
                                Served.say(connection, OK);
                            }
                        });
                var connections =
                        new Connections(SSLContext::getDefault, _ -> proxy(server.port()))) {
            assertThat(
                            seen(
                                    connections,
                                    post(URI.create("http://models.example:8000/v1?a=b"), "x")))
                    .isEqualTo("200 - ok");
            assertThat(seen(connections, get(URI.create("http://models.example:8000"))))
                    .isEqualTo("200 - ok");
            assertThat(server.connections()).isEqualTo(1);
        }
        assertThat(lines)
                .containsExactly(
                        "[POST http://models.example:8000/v1?a=b HTTP/1.1, Host: models.example:8000]",
                        "[GET http://models.example:8000/ HTTP/1.1, Host: models.example:8000]");
    }

    @Test
    @Tag("connections#AC-10")
    void a_proxy_that_wants_a_password_is_a_failure_that_names_it() throws Exception {
        try (var server =
                        Served.answering(
                                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
                var connections =
                        new Connections(SSLContext::getDefault, _ -> proxy(server.port()));
                Exchange exchange =
                        Exchange.start(connections, get(URI.create("http://models.example/")))) {
            assertThat(exchange.next(PATIENCE).orElseThrow())
                    .isInstanceOfSatisfying(
                            Exchange.Signal.Broken.class,
                            broken ->
                                    assertThat(broken.cause())
                                            .isInstanceOfSatisfying(
                                                    ProxyFailure.class,
                                                    why -> assertThat(why.isRefusal()).isTrue())
                                            .hasMessage(
                                                    "the proxy localhost:%d answers 407"
                                                            .formatted(server.port())));
        }
    }

    @Test
    @Tag("connections#AC-6")
    void closing_all_ends_every_exchange() throws Exception {
        try (var server = Served.plain(connection -> connection.getInputStream().readAllBytes())) {
            var connections = new Connections();
            try (Exchange exchange = Exchange.start(connections, get(server.address("/")))) {
                assertThat(exchange.next(Duration.ofMillis(200))).isEmpty();
                connections.close();
                assertThat(exchange.next(PATIENCE).orElseThrow())
                        .isInstanceOf(Exchange.Signal.Broken.class);
            }
            assertThat(server.hasEndedOne()).isTrue();
        }
    }

    @Test
    @Tag("connections#AC-7")
    void a_header_with_a_line_break_is_refused() {
        assertThatThrownBy(() ->
                        new Request(
                                "GET",
                                URI.create("http://localhost/"),
                                Map.of("X-A", "b\r\nX-C: d"),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-A");
    }

    @Test
    void a_request_says_where_it_goes_and_how_long_it_is() {
        var request =
                new Request(
                        "POST",
                        URI.create("http://[::1]:8080/a%20b?c=d"),
                        Map.of("Accept", "text/plain"),
                        List.of(new byte[3], new byte[4]));

        assertThat(new String(request.head(Optional.empty()), ISO_8859_1))
                .isEqualTo(
                        "POST /a%20b?c=d HTTP/1.1\r\nHost: [::1]:8080\r\nContent-Length: 7\r\n"
                                + "Accept: text/plain\r\n\r\n");
        assertThat(Origin.of(request.address())).isEqualTo(new Origin(false, "::1", 8080));
        assertThat(Origin.of(URI.create("HTTPS://API.example")))
                .isEqualTo(new Origin(true, "api.example", 443));
    }

    private static Request get(URI address) {
        return new Request("GET", address, Map.of(), List.of());
    }

    private static Request post(URI address, String body) {
        return new Request("POST", address, Map.of(), List.of(body.getBytes(ISO_8859_1)));
    }

    /// Status, header and body of a response, and whether it broke.
    private static String seen(Connections connections, Request request)
            throws InterruptedException, IOException {
        var body = new ByteArrayOutputStream();
        String head = "";
        try (Exchange exchange = Exchange.start(connections, request)) {
            while (true) {
                switch (exchange.next(PATIENCE).orElseThrow()) {
                    case Exchange.Signal.Head(int status, var headers) ->
                            head = status + " " + headers.firstValue("X-A").orElse("-") + " ";
                    case Exchange.Signal.Packet(List<ByteBuffer> bytes) -> {
                        for (ByteBuffer part : bytes) {
                            body.write(part.array(), 0, part.limit());
                        }
                    }
                    case Exchange.Signal.End _ -> {
                        return head + body.toString(ISO_8859_1);
                    }
                    case Exchange.Signal.Broken(Throwable cause) -> {
                        assertThat(cause).as("no bug").hasMessageNotContaining("exchange failed");
                        return head + "broken";
                    }
                }
            }
        }
    }
}
