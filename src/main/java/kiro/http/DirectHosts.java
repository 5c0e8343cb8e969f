package kiro.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The hosts that are asked without a proxy: this machine, what lends it credentials, and those that `NO_PROXY` lists.
final class DirectHosts {
    /// A network, an address in brackets or with more than one colon, or else a name; all but the network may have a port.
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(?<network>[0-9a-f.:]+)/(?<bits>[0-9]{1,3})"
                            + "|(?:\\[(?<inner>[0-9a-f.:]+)\\]|(?<bare>[0-9a-f]*:[0-9a-f.]*:[0-9a-f.:]*)"
                            + "|(?:\\*?\\.)?(?<name>[^:/\\[\\]]+))(?::(?<port>[0-9]{1,5}))?");

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-f]*:[0-9a-f.:]*");

    /// Where AWS has its credentials in networks of IPv6.
    private static final Network LENDING = new Network(literal("fd00:ec2::").orElseThrow(), 32);

    private final List<Entry> listed;

    /// @param listed as `NO_PROXY` has it; what is none of its forms counts for nothing
    DirectHosts(String listed) {
        this.listed =
                Stream.of(listed.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .flatMap(text -> entry(text).stream())
                        .toList();
    }

    private sealed interface Entry {}

    private record Everything() implements Entry {}

    /// @param bits in which all its addresses are alike, from the first on
    private record Network(InetAddress address, int bits) implements Entry {
        boolean has(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (theirs.length != ours.length) {
                return false;
            }
            for (int bit = 0; bit < Math.min(bits, Byte.SIZE * theirs.length); bit++) {
                int place = 0x80 >> (bit % Byte.SIZE);
                if (((theirs[bit / Byte.SIZE] ^ ours[bit / Byte.SIZE]) & place) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A name stands for itself and for all below it.
    ///
    /// @param port empty for all of them
    private record Host(String name, Optional<String> port) implements Entry {}

    private static Optional<Entry> entry(String text) {
        if (text.equals("*")) {
            return Optional.of(new Everything());
        }
        Matcher form = ENTRY.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group("network") != null) {
            return literal(form.group("network"))
                    .map(address -> new Network(address, Integer.parseInt(form.group("bits"))));
        }
        return Stream.of("inner", "bare", "name")
                .flatMap(part -> Optional.ofNullable(form.group(part)).stream())
                .findFirst()
                .map(name -> new Host(name, Optional.ofNullable(form.group("port"))));
    }

    /// Nobody is asked for the address of a name.
    private static Optional<InetAddress> literal(String host) {
        if (!LITERAL.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    boolean has(Origin origin) {
        Optional<InetAddress> address = literal(origin.host());
        return isHere(origin.host(), address)
                || listed.stream().anyMatch(entry -> isMeant(entry, origin, address));
    }

    private static boolean isHere(String host, Optional<InetAddress> address) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || address.filter(each ->
                                each.isLoopbackAddress()
                                        || each.isAnyLocalAddress()
                                        || each.isLinkLocalAddress()
                                        || LENDING.has(each))
                        .isPresent();
    }

    private static boolean isMeant(Entry entry, Origin origin, Optional<InetAddress> address) {
        return switch (entry) {
            case Everything _ -> true;
            case Network network -> address.filter(network::has).isPresent();
            case Host(String name, Optional<String> port) ->
                    port.filter(each -> !each.equals(String.valueOf(origin.port()))).isEmpty()
                            && (isNamed(name, origin.host()) || isSame(literal(name), address));
        };
    }

    private static boolean isNamed(String name, String host) {
        return host.equals(name) || host.endsWith("." + name);
    }

    /// An address of IPv6 has many spellings.
    private static boolean isSame(Optional<InetAddress> one, Optional<InetAddress> other) {
        return one.isPresent() && one.equals(other);
    }
}
