package kiro.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// The connections of a program to its servers. One that has nothing to do is kept for the next request to its server.
/// Redirects are not followed: a key would be sent along.
public final class Connections implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(15);

    private final FutureTask<SSLContext> trust;
    private final Function<URI, Proxy> proxies;
    private final Map<Origin, Connection> idle = new HashMap<>();
    private final Set<Connection> open = new HashSet<>();
    private boolean isClosed;

    public Connections() {
        this(Connections::trustOfThisMachine, Connections::proxyOfThisMachine);
    }

    /// @param trust whom secure connections are made to
    /// @param proxies through whom an address is reached
    Connections(Callable<SSLContext> trust, Function<URI, Proxy> proxies) {
        this.trust = new FutureTask<>(trust);
        this.proxies = proxies;
    }

    private static SSLContext trustOfThisMachine() throws NoSuchAlgorithmException {
        return SSLContext.getDefault();
    }

    private static Proxy proxyOfThisMachine(URI address) {
        return ProxySelector.getDefault().select(address).getFirst();
    }

    /// Prepares for a request to this address on another thread: whom to trust is read from a large file.
    public void warmUp(URI address) {
        if (Origin.of(address).isSecure()) {
            Thread.ofPlatform().daemon().name("trust").start(trust);
        }
    }

    /// A connection for one request: one that is kept, where its server is still there, else a new one.
    Connection to(URI address) throws IOException, InterruptedException {
        var origin = Origin.of(address);
        Optional<Connection> kept = taken(origin);
        if (kept.isPresent()) {
            if (kept.get().isFresh()) {
                return kept.get();
            }
            drop(kept.get());
        }
        return opened(connect(origin, address));
    }

    private synchronized Optional<Connection> taken(Origin origin) throws ConnectException {
        if (isClosed) {
            throw new ConnectException("the program ends");
        }
        return Optional.ofNullable(idle.remove(origin));
    }

    private synchronized Connection opened(Connection connection) throws IOException {
        if (isClosed) {
            connection.close();
            throw new ConnectException("the program ends");
        }
        open.add(connection);
        return connection;
    }

    /// Keeps a connection that has nothing to do.
    synchronized void keep(Connection connection) {
        Connection before = idle.put(connection.origin(), connection);
        if (before != null) {
            drop(before);
        }
    }

    synchronized void drop(Connection connection) {
        open.remove(connection);
        connection.close();
    }

    private Connection connect(Origin origin, URI address)
            throws IOException, InterruptedException {
        Proxy proxy = proxies.apply(address);
        boolean isHop = proxy.type() == Proxy.Type.HTTP && !origin.isSecure();
        Optional<Hop> hop = isHop ? Optional.of(Hop.of(proxy)) : Optional.empty();
        Socket below = isHop ? reached(proxy) : reached(origin, proxy);
        try {
            return new Connection(origin, hop, below, secured(origin, below));
        } catch (IOException | InterruptedException broken) {
            below.close();
            throw broken;
        }
    }

    /// The proxy itself, which is told with each request where that goes: few proxies make a tunnel to what nothing encrypts.
    private static Socket reached(Proxy proxy) throws IOException, InterruptedException {
        try {
            var place = (InetSocketAddress) proxy.address();
            return AddressRace.won(
                            InetAddress.getAllByName(place.getHostString()),
                            place.getPort(),
                            CONNECT_LIMIT)
                    .socket();
        } catch (IOException unreachable) {
            throw ProxyFailure.of(proxy, unreachable);
        }
    }

    private static Socket reached(Origin origin, Proxy proxy)
            throws IOException, InterruptedException {
        if (proxy.type() == Proxy.Type.DIRECT) {
            return AddressRace.won(
                            InetAddress.getAllByName(origin.host()), origin.port(), CONNECT_LIMIT)
                    .socket();
        }
        var socket = new Socket(proxy);
        try {
            connect(socket, InetSocketAddress.createUnresolved(origin.host(), origin.port()));
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw ProxyFailure.of(proxy, unreachable);
        }
    }

    private static void connect(Socket socket, InetSocketAddress address) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) CONNECT_LIMIT.toMillis());
        } catch (SocketTimeoutException late) {
            throw new HttpConnectTimeoutException("no connection in time");
        }
    }

    /// The handshake comes with the first bytes that are sent, when whoever waits for it can close the connection.
    private Socket secured(Origin origin, Socket socket) throws IOException, InterruptedException {
        if (!origin.isSecure()) {
            return socket;
        }
        var secured =
                (SSLSocket)
                        trusted()
                                .getSocketFactory()
                                .createSocket(socket, origin.host(), origin.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secured.setSSLParameters(parameters);
        return secured;
    }

    private SSLContext trusted() throws IOException, InterruptedException {
        trust.run();
        try {
            return trust.get();
        } catch (ExecutionException broken) {
            throw new IOException("nobody can be trusted", broken);
        }
    }

    /// Closes all of them, whatever goes on there.
    @Override
    public synchronized void close() {
        isClosed = true;
        open.forEach(Connection::close);
        open.clear();
        idle.clear();
    }
}
