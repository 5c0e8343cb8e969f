package kiro.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several addresses of this machine, of which some answer nobody.
@Timeout(30)
class AddressRaceTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final List<AutoCloseable> open = new ArrayList<>();
    private ServerSocket answering;

    @BeforeEach
    void listen() throws Exception {
        answering = new ServerSocket(0, 50, address(1));
        open.add(answering);
    }

    @AfterEach
    void leave() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private static InetAddress address(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    /// A server whose queue is full, so that whoever comes next hears nothing.
    private void silent(int last) throws IOException {
        var server = new ServerSocket(answering.getLocalPort(), 1, address(last));
        open.add(server);
        for (int i = 0; i < 20; i++) {
            SocketChannel guest = SocketChannel.open();
            open.add(guest);
            try {
                guest.socket().connect(server.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    private SocketChannel won(Duration limit, InetAddress... addresses) throws Exception {
        SocketChannel channel = AddressRace.won(addresses, answering.getLocalPort(), limit);
        open.add(channel);
        return channel;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    @Tag("connections#AC-8")
    void an_address_that_does_not_answer_keeps_the_next_waiting_for_a_moment_only()
            throws Exception {
        silent(2);
        silent(3);
        long start = System.nanoTime();

        SocketChannel channel = won(LIMIT, address(2), address(3), address(1));

        assertThat(since(start)).isLessThan(Duration.ofSeconds(5));
        assertThat(channel.getRemoteAddress())
                .isEqualTo(new InetSocketAddress(address(1), answering.getLocalPort()));
        assertThat(channel.isBlocking()).isTrue();
    }

    @Test
    @Tag("connections#AC-8")
    void an_address_that_refuses_keeps_nobody_waiting() throws Exception {
        SocketChannel channel = won(LIMIT, address(4), address(5), address(1));

        assertThat(((InetSocketAddress) channel.getRemoteAddress()).getAddress())
                .isEqualTo(address(1));
    }

    @Test
    @Tag("connections#AC-8")
    void all_addresses_together_have_one_limit() throws Exception {
        silent(2);
        silent(3);
        long start = System.nanoTime();

        assertThatThrownBy(() -> won(Duration.ofMillis(600), address(2), address(3)))
                .isInstanceOf(HttpConnectTimeoutException.class);

        assertThat(since(start)).isBetween(Duration.ofMillis(590), Duration.ofSeconds(5));
    }

    @Test
    @Tag("connections#AC-8")
    void where_nobody_is_the_last_reason_is_told() {
        assertThatThrownBy(() -> won(LIMIT, address(4), address(5)))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> won(LIMIT)).isInstanceOf(ConnectException.class);
    }

    @Test
    @Tag("connections#AC-8")
    void whoever_waits_can_be_interrupted() throws Exception {
        silent(2);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> won(LIMIT, address(2))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    @Tag("connections#AC-8")
    void the_two_kinds_of_addresses_are_tried_in_turn() throws Exception {
        InetAddress[] sixFirst = {
            InetAddress.getByName("::2"), InetAddress.getByName("::3"), address(1), address(2)
        };

        assertThat(AddressRace.mixed(sixFirst, 80))
                .extracting(InetSocketAddress::getAddress)
                .containsExactly(sixFirst[0], sixFirst[2], sixFirst[1], sixFirst[3]);
        assertThat(AddressRace.mixed(new InetAddress[] {address(1), address(2)}, 80))
                .extracting(InetSocketAddress::getAddress)
                .containsExactly(address(1), address(2));
    }

    @Test
    @Tag("connections#AC-9")
    void a_name_that_nobody_finds_is_not_waited_for() throws Exception {
        var never = new CountDownLatch(1);
        var listening =
                new Listening(_ -> {
                    try {
                        never.await();
                    } catch (InterruptedException ignored) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                });
        long start = System.nanoTime();

        assertThat(listening.at(URI.create("http://ollama.example"), Duration.ofMillis(300)))
                .isFalse();

        assertThat(since(start)).isLessThan(Duration.ofSeconds(5));
        never.countDown();
    }

    @Test
    @Tag("connections#AC-9")
    void somebody_is_there_or_not() throws Exception {
        var listening = new Listening();
        String here = "http://127.0.0.1:" + answering.getLocalPort();
        assertThat(listening.at(URI.create(here), LIMIT)).isTrue();

        // A port that is taken and does not answer: one that was given back might be another's by
        // now.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            assertThat(listening.at(URI.create("http://127.0.0.1:" + taken.getLocalPort()), LIMIT))
                    .isFalse();
        }
    }
}
