package kiro.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Connects to one of a host's addresses: they are tried one after another, the next where one does not answer for a moment, and
/// the first that answers wins. All of them together have one limit.
final class AddressRace {
    /// How long the next address waits for the one before.
    private static final Duration STAGGER = Duration.ofMillis(250);

    private final Deque<InetSocketAddress> waiting;
    private final List<SocketChannel> running = new ArrayList<>();
    private final Selector selector;
    private final long until;
    private long nextStart = System.nanoTime();
    private IOException last = new ConnectException();

    private AddressRace(List<InetSocketAddress> addresses, Duration limit, Selector selector) {
        this.waiting = new ArrayDeque<>(addresses);
        this.until = System.nanoTime() + limit.toNanos();
        this.selector = selector;
    }

    /// A connection that blocks, to whichever address answers first.
    static SocketChannel won(InetAddress[] addresses, int port, Duration limit)
            throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            var race = new AddressRace(mixed(addresses, port), limit, selector);
            try {
                SocketChannel winner = race.run();
                race.running.remove(winner);
                winner.keyFor(selector).cancel();
                selector.selectNow();
                return blocking(winner);
            } finally {
                for (SocketChannel loser : race.running) {
                    loser.close();
                }
            }
        }
    }

    private static SocketChannel blocking(SocketChannel winner) throws IOException {
        try {
            winner.configureBlocking(true);
            winner.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return winner;
        } catch (IOException broken) {
            winner.close();
            throw broken;
        }
    }

    /// In the order that the system gives, the two kinds of addresses in turn: often one kind as a whole leads nowhere.
    static List<InetSocketAddress> mixed(InetAddress[] addresses, int port) {
        var sixes = new ArrayDeque<InetAddress>();
        var fours = new ArrayDeque<InetAddress>();
        for (InetAddress address : addresses) {
            (address instanceof Inet6Address ? sixes : fours).add(address);
        }
        boolean isSixFirst = addresses.length > 0 && addresses[0] instanceof Inet6Address;
        Deque<InetAddress> first = isSixFirst ? sixes : fours;
        Deque<InetAddress> second = isSixFirst ? fours : sixes;
        var mixed = new ArrayList<InetSocketAddress>();
        while (!first.isEmpty() || !second.isEmpty()) {
            Optional.ofNullable(first.poll())
                    .ifPresent(each -> mixed.add(new InetSocketAddress(each, port)));
            Optional.ofNullable(second.poll())
                    .ifPresent(each -> mixed.add(new InetSocketAddress(each, port)));
        }
        return mixed;
    }

    private SocketChannel run() throws IOException, InterruptedException {
        while (true) {
            if (System.nanoTime() >= nextStart) {
                start();
            }
            if (running.isEmpty() && waiting.isEmpty()) {
                throw last;
            }
            Optional<SocketChannel> winner = awaited();
            if (winner.isPresent()) {
                return winner.get();
            }
            if (System.nanoTime() >= until) {
                throw new HttpConnectTimeoutException("no connection in time");
            }
        }
    }

    private void start() throws IOException {
        InetSocketAddress address = waiting.poll();
        if (address == null) {
            nextStart = Long.MAX_VALUE;
            return;
        }
        SocketChannel channel = SocketChannel.open();
        running.add(channel);
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT);
            channel.connect(address);
            nextStart = System.nanoTime() + STAGGER.toNanos();
        } catch (IOException unreachable) {
            lost(channel, unreachable);
        }
    }

    private void lost(SocketChannel channel, IOException why) throws IOException {
        running.remove(channel);
        channel.close();
        last = why;
        nextStart = System.nanoTime();
    }

    /// Waits until one answers, or something else is to be done.
    private Optional<SocketChannel> awaited() throws IOException, InterruptedException {
        long now = System.nanoTime();
        long wait = Math.min(until, waiting.isEmpty() ? Long.MAX_VALUE : nextStart) - now;
        selector.select(Math.max(1, Duration.ofNanos(wait).toMillis()));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Optional<SocketChannel> winner = Optional.empty();
        for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
            var channel = (SocketChannel) key.channel();
            try {
                if (winner.isEmpty() && channel.finishConnect()) {
                    winner = Optional.of(channel);
                }
            } catch (IOException unreachable) {
                lost(channel, unreachable);
            }
        }
        selector.selectedKeys().clear();
        return winner;
    }
}
