package kiro.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether somebody is at an address, within a time that covers the search for the name too.
public final class Listening {
    private final Names names;

    public Listening() {
        this(InetAddress::getAllByName);
    }

    Listening(Names names) {
        this.names = names;
    }

    /// The addresses of a host, which nobody can be kept from waiting for.
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /// Nobody is there either where that is not known in time.
    public boolean at(URI address, Duration limit) throws InterruptedException {
        var origin = Origin.of(address);
        var found = new AtomicBoolean();
        Thread asking =
                Thread.ofPlatform()
                        .daemon()
                        .name("listening")
                        .start(() -> found.set(isThere(origin, limit)));
        if (!asking.join(limit)) {
            asking.interrupt();
            return false;
        }
        return found.get();
    }

    private boolean isThere(Origin origin, Duration limit) {
        try {
            AddressRace.won(names.of(origin.host()), origin.port(), limit).close();
            return true;
        } catch (IOException | InterruptedException nobody) {
            return false;
        }
    }
}
