package kiro.tool.builtin;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells pages of the web from what answers on this machine and its network, which nobody outside was meant to reach.
///
/// A name is looked at by all the addresses that it has. Java keeps what a name has stood for, so that the request
/// which follows goes to an address that was looked at.
record Places(boolean allowsPrivate) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /// Why a page is not fetched; empty where it may be.
    Optional<String> objection(URI address) {
        if (allowsPrivate) {
            return Optional.empty();
        }
        String host = address.getHost();
        if (NUMBERS.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches()) {
            return Optional.of(
                    "%s means different addresses to different programs: write its four numbers without leading zeros"
                            .formatted(host));
        }
        try {
            for (InetAddress each : InetAddress.getAllByName(host)) {
                if (isPrivate(each)) {
                    return Optional.of(
                            "%s is an address of this machine or its network, which web_fetch leaves alone: use run_command, which asks, or let a person set fetch.private"
                                    .formatted(host));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("there is no host " + host);
        }
    }

    /// The same without asking anybody for a name: only of addresses that are written as numbers, and of this machine.
    Optional<String> objectionByNumber(URI address) {
        String host = address.getHost();
        boolean isNumber = host.startsWith("[") || NUMBERS.matcher(host).matches();
        return isNumber || host.equals("localhost") ? objection(address) : Optional.empty();
    }

    static boolean isPrivate(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || switch (address) {
                    case Inet4Address four -> isPrivate4(four.getAddress(), 0);
                    case Inet6Address six -> isPrivate6(six.getAddress());
                    default -> true;
                };
    }

    /// This network, carrier's own, tests, documentation, and what is reserved.
    private static boolean isPrivate4(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        int second = bytes[from + 1] & 0xff;
        int third = bytes[from + 2] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19));
    }

    /// Unique local ones, and those that an IPv4 address is wrapped in.
    private static boolean isPrivate6(byte[] bytes) {
        boolean isUniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean isTranslated =
                bytes[0] == 0
                        && bytes[1] == 0x64
                        && (bytes[2] & 0xff) == 0xff
                        && (bytes[3] & 0xff) == 0x9b;
        boolean isSixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean isCompatible = true;
        for (int i = 0; i < 10; i++) {
            isCompatible &= bytes[i] == 0;
        }
        return isUniqueLocal
                || (isTranslated && isPrivate4(bytes, 12))
                || (isSixToFour && isPrivate4(bytes, 2))
                || (isCompatible && isPrivate4(bytes, 12));
    }
}
